package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.dotmac.payments.domain.GatewayAmount;
import net.dotmac.payments.domain.GatewayJson;

/**
 * Speaks Stripe's protocol: a Checkout Session for each intent, in forms, answered in JSON. What is not a clear refusal is
 * taken as unknown, and asked again under the same key.
 */
@ApplicationScoped
public class StripeGateway implements PaymentGateway {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int TOO_MANY = 429;
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Override
    public Checkout open(GatewayAccess access, Order order) throws GatewayException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mode", "payment");
        form.put("client_reference_id", order.key());
        form.put("line_items[0][quantity]", "1");
        form.put(
                "line_items[0][price_data][currency]", order.amount().currency().toLowerCase(java.util.Locale.ROOT));
        form.put("line_items[0][price_data][unit_amount]", Long.toString(GatewayAmount.of(order.amount())));
        form.put("line_items[0][price_data][product_data][name]", order.description());
        form.put("payment_intent_data[metadata][intent]", order.key());
        form.put("success_url", access.returnUrl());
        form.put("cancel_url", access.returnUrl());
        HttpRequest.Builder request = request(access, "/v1/checkout/sessions")
                .header("Idempotency-Key", order.key())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        return GatewayJson.checkout(send(request));
    }

    @Override
    public Checkout look(GatewayAccess access, String checkoutId) throws GatewayException {
        return GatewayJson.checkout(send(
                request(access, "/v1/checkout/sessions/" + encoded(checkoutId)).GET()));
    }

    private static HttpRequest.Builder request(GatewayAccess access, String path) {
        return HttpRequest.newBuilder(URI.create(access.baseUrl() + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + access.secretKey());
    }

    private byte[] send(HttpRequest.Builder request) throws GatewayException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw GatewayException.unknown(
                    "The gateway did not answer: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GatewayException.unknown("Interrupted while the gateway was asked", e);
        }
        int status = response.statusCode();
        if (status / 100 == 2) {
            return response.body();
        }
        if (status / 100 == 4 && status != TOO_MANY && status != CONFLICT) {
            throw GatewayException.refused(
                    "The gateway refused with " + status + ": " + GatewayJson.error(response.body()));
        }
        throw GatewayException.unknown("The gateway answered " + status, null);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
