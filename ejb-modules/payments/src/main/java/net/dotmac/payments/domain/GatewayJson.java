package net.dotmac.payments.domain;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import net.dotmac.kernel.Money;
import net.dotmac.payments.GatewayException;
import net.dotmac.payments.PaymentGateway.Checkout;
import net.dotmac.payments.PaymentGateway.State;

/** Reads what a gateway answers and reports; what it does not know, it passes over. */
public final class GatewayJson {

    private static final String CHECKOUTS = "checkout.session.";
    private static final int WORDS = 300;

    private GatewayJson() {}

    /**
     * The checkout that a gateway answers with.
     *
     * @throws GatewayException if it is none: nobody knows what came of the request then
     */
    public static Checkout checkout(byte[] body) throws GatewayException {
        try {
            return checkout(object(body));
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ClassCastException e) {
            throw GatewayException.unknown("The gateway's answer can't be read", e);
        }
    }

    /**
     * The checkout that a report is about; empty for reports about anything else.
     *
     * @throws IllegalArgumentException if it is no report
     */
    public static Optional<Checkout> reported(byte[] body) {
        try {
            JsonObject event = object(body);
            boolean isKnown = event.getString("type", "").startsWith(CHECKOUTS);
            return isKnown
                    ? Optional.of(checkout(event.getJsonObject("data").getJsonObject("object")))
                    : Optional.empty();
        } catch (JsonException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("the report can't be read", e);
        }
    }

    private static Checkout checkout(JsonObject session) {
        String id = session.getString("id", "");
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("a checkout has an id");
        }
        boolean isPaid = "paid".equals(text(session, "payment_status"));
        boolean isExpired = "expired".equals(text(session, "status"));
        Money paid = isPaid
                ? GatewayAmount.money(
                        session.getJsonNumber("amount_total").longValueExact(), session.getString("currency"))
                : null;
        return new Checkout(
                id,
                text(session, "client_reference_id"),
                text(session, "url"),
                isPaid ? State.PAID : isExpired ? State.EXPIRED : State.OPEN,
                paid,
                text(session, "payment_intent"));
    }

    /** What the gateway says went wrong, shortened. */
    public static String error(byte[] body) {
        try {
            JsonObject error = object(body).getJsonObject("error");
            String message = error == null ? null : text(error, "message");
            return message == null ? "no reason told" : shortened(message);
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            return "no reason told";
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= WORDS ? line : line.substring(0, WORDS);
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? string.getString() : null;
    }

    private static JsonObject object(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }
}
