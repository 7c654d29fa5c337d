package net.dotmac.payments;

import java.util.Optional;
import java.util.UUID;
import net.dotmac.payments.domain.GatewayForm;

/**
 * By which gateway a tenant's customers pay by card.
 *
 * @param baseUrl of its interface, e.g. {@code https://api.stripe.com}
 * @param returnUrl where customers come back to, e.g. the provider's website
 * @param isOn whether new intents are taken
 * @param endpointId the unguessable last part of the address where it reports
 */
public record GatewaySettings(String baseUrl, String returnUrl, boolean isOn, String endpointId) {

    /** Whose endpoint this may be; whether it is, his settings say. */
    public static Optional<UUID> tenantOf(String endpointId) {
        return GatewayForm.tenantOf(endpointId);
    }
}
