package net.dotmac.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dotmac.payments.domain.WebhookSignature;

/** Speaks Stripe's protocol on this machine, and misbehaves where a test wants it. */
final class StandInGateway implements AutoCloseable {

    static final String KEY = "sk_test_1";
    static final String SECRET = "whsec_1";

    /** How it answers the next request. */
    enum Mood {
        RIGHT,
        /** It does what was asked, and the connection ends before the answer. */
        CUT,
        /** It does nothing and says 500. */
        FAILS,
        /** It answers what is no JSON. */
        BABBLES,
        REFUSES
    }

    final List<Map<String, String>> orders = new ArrayList<>();

    private final HttpServer server;
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.RIGHT;

    StandInGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/checkout/sessions", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How it answers the next request; then it is right again. */
    void mood(Mood next) {
        mood = next;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Mood now = mood;
        mood = Mood.RIGHT;
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"error\":{\"message\":\"No such key\"}}");
            } else if (now == Mood.FAILS) {
                send(exchange, 500, "{}");
            } else if (now == Mood.BABBLES) {
                send(exchange, 200, "<html>");
            } else if (now == Mood.REFUSES) {
                send(exchange, 400, "{\"error\":{\"message\":\"Amount too small\"}}");
            } else {
                String id = exchange.getRequestMethod().equals("POST")
                        ? opened(exchange.getRequestHeaders().getFirst("Idempotency-Key"), form(body))
                        : exchange.getRequestURI().getPath().replaceFirst(".*/", "");
                if (now == Mood.CUT) {
                    return;
                }
                if (sessions.containsKey(id)) {
                    send(exchange, 200, session(id));
                } else {
                    send(exchange, 404, "{\"error\":{\"message\":\"No such checkout\"}}");
                }
            }
        }
    }

    private String opened(String key, Map<String, String> form) {
        return byKey.computeIfAbsent(key, each -> {
            orders.add(form);
            String id = "cs_test_" + orders.size() + "_" + System.nanoTime();
            Map<String, String> session = new HashMap<>(form);
            session.put("status", "open");
            session.put("payment_status", "unpaid");
            sessions.put(id, session);
            return id;
        });
    }

    /** The customer pays; nothing is reported by it. @return the checkout */
    String pay(String intent) {
        String id = byKey.get(intent);
        sessions.get(id).put("status", "complete");
        sessions.get(id).put("payment_status", "paid");
        return id;
    }

    void expire(String intent) {
        sessions.get(byKey.get(intent)).put("status", "expired");
    }

    /** What it reports of the intent's checkout as it is now. */
    byte[] report(String type, String intent) {
        return ("{\"id\":\"evt_1\",\"type\":\"" + type + "\",\"data\":{\"object\":" + session(byKey.get(intent)) + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String signature(byte[] body, Instant at, String secret) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + WebhookSignature.sign(time, body, secret) + ",v0=0";
    }

    private String session(String id) {
        Map<String, String> session = sessions.get(id);
        boolean isPaid = session.get("payment_status").equals("paid");
        boolean isOpen = session.get("status").equals("open");
        return "{\"id\":\"" + id + "\",\"object\":\"checkout.session\",\"client_reference_id\":\""
                + session.get("client_reference_id") + "\",\"status\":\"" + session.get("status")
                + "\",\"payment_status\":\"" + session.get("payment_status") + "\",\"amount_total\":"
                + session.get("line_items[0][price_data][unit_amount]") + ",\"currency\":\""
                + session.get("line_items[0][price_data][currency]") + "\",\"payment_intent\":"
                + (isPaid ? "\"pi_" + id + "\"" : "null") + ",\"url\":"
                + (isOpen ? "\"https://pay.example/" + id + "\"" : "null") + "}";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
