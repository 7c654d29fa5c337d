package net.dotmac.kernel;

/**
 * Seals what must be stored but not be readable in the database or its backups: private keys, device communities,
 * passwords of other systems. Passwords of people are not sealed but hashed.
 */
public interface Secrets {

    /**
     * Encrypts a text so that only this installation can read it.
     *
     * @param plaintext up to 64 KB
     * @param purpose what the text is for, e.g. {@code identity.signing-key:2027-03}; opening it for another purpose
     *     fails, so a sealed text can't be moved to another row
     * @return printable ASCII, different each time
     */
    String seal(String plaintext, String purpose);

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException if it was sealed for another purpose, by an unknown key, or was altered
     */
    String open(String sealed, String purpose);
}
