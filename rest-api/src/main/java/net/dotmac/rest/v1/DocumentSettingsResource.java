package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.DocumentSettings;
import net.dotmac.billing.DocumentSettingsService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** How the tenant's documents are given out: what invoice mails bring, and where e-invoices reach the seller. */
@Path("/api/v1/document-settings")
@RequestScoped
public class DocumentSettingsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private DocumentSettingsService settings;

    /**
     * The settings, whole.
     *
     * @param eInvoice {@code none}, {@code facturX}, {@code ubl} or {@code cii}
     */
    record Form(String eInvoice, String electronicAddressScheme, String electronicAddress) {}

    @GET
    public Response get() {
        return exchange.one(body(settings.get()));
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Form form) {
        return exchange.changed(body(settings.put(
                new DocumentSettings(form.eInvoice(), form.electronicAddressScheme(), form.electronicAddress()))));
    }

    private static Form body(DocumentSettings settings) {
        return new Form(settings.eInvoice(), settings.electronicAddressScheme(), settings.electronicAddress());
    }
}
