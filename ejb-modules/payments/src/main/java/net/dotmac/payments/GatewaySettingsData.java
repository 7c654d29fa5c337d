package net.dotmac.payments;

/**
 * Settings of a gateway as they are told.
 *
 * @param secretKey null to keep the one there is
 * @param webhookSecret with which it signs its reports; null to keep the one there is
 */
public record GatewaySettingsData(
        String baseUrl, String returnUrl, boolean isOn, String secretKey, String webhookSecret) {

    /** Without the secrets: this may reach a log. */
    @Override
    public String toString() {
        return "GatewaySettingsData[" + baseUrl + "]";
    }
}
