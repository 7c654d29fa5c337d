package net.dotmac.devtools.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves caught mails to a browser on this machine: a list, a page for each, and the attached files. */
final class MailPage implements AutoCloseable {

    private static final Pattern MAIL = Pattern.compile("/mail/(\\d{1,18})");
    private static final Pattern FILE = Pattern.compile("/mail/(\\d{1,18})/files/(\\d{1,3})");
    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final MailStore store;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "mail-page");
        thread.setDaemon(true);
        return thread;
    });

    private MailPage(HttpServer server, MailStore store) {
        this.server = server;
        this.store = store;
    }

    static MailPage start(MailStore store, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MailPage page = new MailPage(server, store);
        server.createContext("/", page::answer);
        server.setExecutor(page.workers);
        server.start();
        return page;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher mail = MAIL.matcher(path);
            Matcher file = FILE.matcher(path);
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, HTML, MailHtml.nothing());
            } else if (path.equals("/")) {
                send(exchange, 200, HTML, MailHtml.list(store.newestFirst()));
            } else if (mail.matches()) {
                Optional<CaughtMail> found = store.find(Long.parseLong(mail.group(1)));
                send(
                        exchange,
                        found.isPresent() ? 200 : 404,
                        HTML,
                        found.map(MailHtml::mail).orElseGet(MailHtml::nothing));
            } else if (file.matches()) {
                sendFile(exchange, Long.parseLong(file.group(1)), Integer.parseInt(file.group(2)));
            } else {
                send(exchange, 404, HTML, MailHtml.nothing());
            }
        }
    }

    /** A PDF is shown; anything else is only ever saved, for a browser might take it for a page of ours. */
    private void sendFile(HttpExchange exchange, long number, int index) throws IOException {
        Optional<CaughtMail.File> file = store.find(number)
                .filter(mail -> index < mail.files().size())
                .map(mail -> mail.files().get(index));
        if (file.isEmpty()) {
            send(exchange, 404, HTML, MailHtml.nothing());
            return;
        }
        boolean isPdf = file.get().type().equals("application/pdf");
        String name = file.get().name().replaceAll("[^A-Za-z0-9._-]", "_");
        exchange.getResponseHeaders()
                .set("Content-Disposition", (isPdf ? "inline" : "attachment") + "; filename=\"" + name + "\"");
        send(
                exchange,
                200,
                isPdf ? "application/pdf" : "application/octet-stream",
                file.get().content());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
