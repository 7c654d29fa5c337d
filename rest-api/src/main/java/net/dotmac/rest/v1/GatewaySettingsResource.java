package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.GatewaySettings;
import net.dotmac.payments.GatewaySettingsData;
import net.dotmac.payments.GatewaySettingsService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** By which gateway customers pay by card. Its secrets are written, never read. */
@Path("/api/v1/gateway-settings")
@RequestScoped
public class GatewaySettingsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private GatewaySettingsService settings;

    /**
     * Settings to keep.
     *
     * @param isOn null for true
     * @param secretKey left out, the one there is stays
     * @param webhookSecret left out, the one there is stays
     */
    record Form(String baseUrl, String returnUrl, Boolean isOn, String secretKey, String webhookSecret) {

        /** Without the secrets: this may reach a log. */
        @Override
        public String toString() {
            return "Form[" + baseUrl + "]";
        }
    }

    /** @param reportUrl where the gateway is to report; whoever knows it still needs the signature */
    record Body(String baseUrl, String returnUrl, boolean isOn, String reportUrl) {}

    @GET
    public Response get() {
        return exchange.one(body(settings.get()
                .orElseThrow(() -> new DomainException(
                        CommonProblem.NOT_FOUND, "Nobody has entered the gateway yet; PUT it here."))));
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Form form) {
        return exchange.changed(body(settings.put(new GatewaySettingsData(
                form.baseUrl(),
                form.returnUrl(),
                form.isOn() == null || form.isOn(),
                form.secretKey(),
                form.webhookSecret()))));
    }

    private Body body(GatewaySettings each) {
        return new Body(
                each.baseUrl(), each.returnUrl(), each.isOn(), exchange.href("/gateway-reports/", each.endpointId()));
    }
}
