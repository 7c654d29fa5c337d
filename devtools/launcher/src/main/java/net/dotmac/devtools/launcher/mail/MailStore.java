package net.dotmac.devtools.launcher.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Caught mails, a file each, so that they are still there at the next start; the oldest make way for new ones. */
public final class MailStore {

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final int keep;
    /** Without text and files, for the list. */
    private final TreeMap<Long, CaughtMail> heads = new TreeMap<>();

    private final Session session = Session.getInstance(new Properties());

    /** @param keep how many mails at most */
    public MailStore(Path directory, int keep) {
        this.directory = directory;
        this.keep = keep;
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.getFileName().toString().matches("\\d{1,18}\\" + SUFFIX))
                        .mapToLong(MailStore::number)
                        .forEach(number -> heads.put(number, head(read(number))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(MimeMessage message) {
        long number = heads.isEmpty() ? 1 : heads.lastKey() + 1;
        try {
            try (OutputStream out = Files.newOutputStream(file(number))) {
                message.writeTo(out);
            }
            heads.put(number, head(read(number)));
            while (heads.size() > keep) {
                Files.deleteIfExists(file(heads.pollFirstEntry().getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be kept", e);
        }
    }

    /** All kept mails, newest first, without their texts and files. */
    public synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(heads.descendingMap().values());
    }

    public synchronized Optional<CaughtMail> find(long number) {
        return heads.containsKey(number) ? Optional.of(read(number)) : Optional.empty();
    }

    private CaughtMail read(long number) {
        Path file = file(number);
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            List<CaughtMail.File> files = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            gather(message, text, files);
            return new CaughtMail(
                    number,
                    words(message.getMessageID()),
                    words(message.getFrom()),
                    words(message.getAllRecipients()),
                    words(message.getSubject()),
                    Files.getLastModifiedTime(file).toInstant(),
                    text.toString(),
                    files);
        } catch (IOException | MessagingException e) {
            return new CaughtMail(number, "", "", "", "(unreadable: " + e + ")", Instant.EPOCH, "", List.of());
        }
    }

    private static void gather(Part part, StringBuilder text, List<CaughtMail.File> files)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                gather(parts.getBodyPart(i), text, files);
            }
        } else if (part.isMimeType("text/plain") && part.getFileName() == null) {
            text.append(part.getContent());
        } else {
            String name = part.getFileName() == null ? "file" : part.getFileName();
            String type = part.getContentType().split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
            files.add(new CaughtMail.File(name, type, part.getInputStream().readAllBytes()));
        }
    }

    private static CaughtMail head(CaughtMail mail) {
        return new CaughtMail(
                mail.number(),
                mail.messageId(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.caughtAt(),
                "",
                List.of());
    }

    private static String words(String value) {
        return value == null ? "" : value;
    }

    /** Addresses as people read them, with the names decoded. */
    private static String words(Address[] addresses) {
        if (addresses == null) {
            return "";
        }
        List<String> all = new ArrayList<>();
        for (Address address : addresses) {
            all.add(address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString());
        }
        return String.join(", ", all);
    }

    private Path file(long number) {
        return directory.resolve(String.format(Locale.ROOT, "%08d%s", number, SUFFIX));
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
