package net.dotmac.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import net.dotmac.kernel.DomainException;

/**
 * Passwords of people as Argon2id: 19 MiB, 2 passes, 1 lane, the first choice of OWASP's Password Storage Cheat
 * Sheet, which takes tens of milliseconds. The stored text has its parameters inside.
 */
public final class PasswordHash {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);

    /** Some hash that no password is known for: checking against it costs what checking a real one costs. */
    private static final String NOBODYS = hash("nobody signs in with this one " + System.nanoTime());

    private PasswordHash() {}

    /**
     * The hash of a password that its owner chose.
     *
     * @param password 10 to 200 characters
     * @throws DomainException {@code weak-password} outside that range
     */
    public static String of(String password) {
        if (password == null || password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw new DomainException(
                    IdentityProblem.WEAK_PASSWORD,
                    "A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters; a few words make a good one.",
                    "password");
        }
        return hash(password);
    }

    public static boolean matches(String password, String hash) {
        if (password == null || password.length() > MAX_LENGTH) {
            return false;
        }
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as {@link #matches} does, so that an answer's time doesn't tell whether a user exists. */
    public static void matchesNobody(String password) {
        matches(password, NOBODYS);
    }

    private static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    }
}
