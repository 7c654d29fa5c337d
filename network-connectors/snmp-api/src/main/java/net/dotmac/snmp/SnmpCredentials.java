package net.dotmac.snmp;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a request presents to the device. Its text form names no secret. */
public sealed interface SnmpCredentials extends Serializable {

    /** RFC 3414 §11.2: a shorter passphrase is refused by conforming agents. */
    int MIN_PASSPHRASE = 8;

    /** Longer ones serve nobody, and deriving a key must stay cheap. */
    int MAX_PASSPHRASE = 256;

    /**
     * V1 and V2C: a shared word, sent in clear.
     *
     * @param name 1 to 255 bytes of UTF-8
     */
    record Community(String name) implements SnmpCredentials {

        public Community {
            requireLength("community", name, 1, 255);
        }

        @Override
        public String toString() {
            return "Community[***]";
        }
    }

    /**
     * V3: a user of the user-based security model.
     *
     * @param name 1 to 32 bytes of UTF-8 (RFC 3414 §2.4)
     * @param auth how it authenticates; NONE only together with privacy NONE
     * @param authPassphrase {@value #MIN_PASSPHRASE} to {@value #MAX_PASSPHRASE} bytes, or null with NONE
     * @param priv how it encrypts
     * @param privPassphrase as the other passphrase, or null with NONE
     * @param contextName usually empty; at most 32 bytes
     */
    record User(
            String name,
            AuthProtocol auth,
            String authPassphrase,
            PrivProtocol priv,
            String privPassphrase,
            String contextName)
            implements SnmpCredentials {

        public User {
            requireLength("user name", name, 1, 32);
            Objects.requireNonNull(auth, "auth");
            Objects.requireNonNull(priv, "priv");
            contextName = contextName == null ? "" : contextName;
            requireLength("context name", contextName, 0, 32);
            if (auth == AuthProtocol.NONE && priv != PrivProtocol.NONE) {
                throw new IllegalArgumentException("privacy without authentication does not exist in SNMPv3");
            }
            if (auth != AuthProtocol.NONE) {
                requireLength("authentication passphrase", authPassphrase, MIN_PASSPHRASE, MAX_PASSPHRASE);
            }
            if (priv != PrivProtocol.NONE) {
                requireLength("privacy passphrase", privPassphrase, MIN_PASSPHRASE, MAX_PASSPHRASE);
            }
        }

        /** A user of the default context. */
        public User(String name, AuthProtocol auth, String authPassphrase, PrivProtocol priv, String privPassphrase) {
            this(name, auth, authPassphrase, priv, privPassphrase, "");
        }

        @Override
        public String toString() {
            return "User[" + name + ", " + auth + ", " + priv + "]";
        }
    }

    private static void requireLength(String what, String text, int min, int max) {
        int length = text == null ? -1 : text.getBytes(StandardCharsets.UTF_8).length;
        if (length < min || length > max) {
            throw new IllegalArgumentException("the " + what + " must have " + min + " to " + max + " bytes, found "
                    + (length < 0 ? "none" : length));
        }
    }
}
