package net.dotmac.devtools.launcher.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import net.dotmac.devtools.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    private static final byte[] PDF = "%PDF-1.6 not really".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    @Test
    void showsWhatCameAsTextAndTheFileAsItWas() throws Exception {
        Ports ports = Ports.free();
        try (MailCatcher catcher = MailCatcher.start(directory, ports.smtp(), ports.mailPage())) {
            send(ports.smtp(), "<script>alert(1)</script>", "invoice\".pdf", "application/pdf");
            String list = get(catcher.page()).text();
            assertTrue(list.contains("&lt;script&gt;"), list);
            assertFalse(list.contains("<script"), list);
            assertTrue(list.contains("anna@example.org"), list);
            Page mail = get(catcher.page().resolve("/mail/1"));
            assertFalse(mail.text().contains("<script"), mail.text());
            assertFalse(mail.text().contains("<b>"), mail.text());
            Page file = get(catcher.page().resolve("/mail/1/files/0"));
            assertArrayEquals(PDF, file.bytes());
            assertEquals("application/pdf", file.type());
            assertEquals(404, get(catcher.page().resolve("/mail/2")).status());
            assertEquals(404, get(catcher.page().resolve("/mail/1/files/9")).status());
        }
    }

    @Test
    void aFileThatIsNoPdfIsSavedAndNeverShown() throws Exception {
        Ports ports = Ports.free();
        try (MailCatcher catcher = MailCatcher.start(directory, ports.smtp(), ports.mailPage())) {
            send(ports.smtp(), "page", "page.html", "text/html");
            assertEquals(
                    "application/octet-stream",
                    get(catcher.page().resolve("/mail/1/files/0")).type());
        }
    }

    @Test
    void keepsTheNewestAndFindsThemAtTheNextStart() throws Exception {
        MailStore store = new MailStore(directory, 3);
        for (int i = 1; i <= 5; i++) {
            store.add(message("mail " + i, "a.pdf", "application/pdf"));
        }
        List<String> expected = List.of("mail 5", "mail 4", "mail 3");
        assertEquals(
                expected, store.newestFirst().stream().map(CaughtMail::subject).toList());
        MailStore later = new MailStore(directory, 3);
        assertEquals(
                expected, later.newestFirst().stream().map(CaughtMail::subject).toList());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(3, files.count());
        }
    }

    private static void send(int port, String subject, String file, String type) throws Exception {
        MimeMessage message = message(subject, file, type);
        try (Transport line = Session.getInstance(new Properties()).getTransport("smtp")) {
            line.connect("127.0.0.1", port, null, null);
            message.saveChanges();
            line.sendMessage(message, message.getAllRecipients());
        }
    }

    private static MimeMessage message(String subject, String file, String type)
            throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("isp@example.org");
        message.setRecipients(MimeMessage.RecipientType.TO, "anna@example.org");
        message.setSubject(subject);
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Hello <b>Anna</b>", "UTF-8");
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(PDF, type)));
        attached.setFileName(file);
        message.setContent(new MimeMultipart(text, attached));
        return message;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by its parts
    private record Page(int status, String type, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Page get(URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Page(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }
}
