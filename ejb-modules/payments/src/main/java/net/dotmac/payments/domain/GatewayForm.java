package net.dotmac.payments.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.DomainException;

/** Checks what is told of a gateway, and makes the names of the places where gateways report. */
public final class GatewayForm {

    private static final int ENDPOINT_BYTES = 48;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final SecureRandom RANDOM = new SecureRandom();

    private GatewayForm() {}

    /** Whether a stand-in on this machine may be asked without encryption, as tests and the demo do. */
    public static boolean mayBePlain() {
        return Boolean.getBoolean("dotmac.gateway.plain");
    }

    /**
     * An address without a slash at the end.
     *
     * @param mayBePlain whether http to this machine will do, for a gateway that is a stand-in
     * @throws DomainException {@code invalid-value}
     */
    public static String url(String attribute, String text, int atMost, boolean mayBePlain) {
        String found = MandateForm.text(attribute, text, atMost, true);
        try {
            URI uri = new URI(found);
            boolean isPlain = "http".equals(uri.getScheme()) && mayBePlain && LOOPBACK.contains(uri.getHost());
            boolean isWeb = "https".equals(uri.getScheme()) || isPlain;
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return found.endsWith("/") ? found.substring(0, found.length() - 1) : found;
            }
        } catch (URISyntaxException e) {
            // Refused below, as what is an address but no web page.
        }
        throw DomainException.invalid(
                attribute, "Found " + StatementAmount.shortened(text) + ", expected an address with https.");
    }

    /** The name of a new endpoint: it leads to its tenant, and nobody guesses it. */
    public static String newEndpoint(UUID tenant) {
        byte[] bytes = new byte[ENDPOINT_BYTES];
        RANDOM.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whose endpoint this may be; that it is, its settings say. */
    public static Optional<UUID> tenantOf(String endpointId) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(endpointId);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return bytes.length == ENDPOINT_BYTES
                    ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Compares without telling by its time where they differ. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
