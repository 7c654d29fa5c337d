package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of one installation: made when first asked for, then kept in a file that only its owner can read. */
public final class SecretsFile {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties secrets = new Properties();

    public SecretsFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A password for this name: 24 letters and digits, URL-safe. */
    public String password(String name) {
        return get(name, 18, Base64.getUrlEncoder().withoutPadding());
    }

    /** A 256-bit key for this name, in base64. */
    public String key(String name) {
        return get(name, 32, Base64.getEncoder());
    }

    private synchronized String get(String name, int bytes, Base64.Encoder encoder) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        String made = encoder.encodeToString(random);
        secrets.setProperty(name, made);
        store();
        return made;
    }

    private void store() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                secrets.store(
                        writer, "Made at the first run. Keep it with the data: the master key opens sealed values.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
