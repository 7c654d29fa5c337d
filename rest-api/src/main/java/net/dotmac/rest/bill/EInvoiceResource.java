package net.dotmac.rest.bill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.DocumentService;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.PathId;

/** A bill as e-invoice of EN 16931: {@code format} is {@code ubl}, {@code cii} or {@code facturX}. */
@Path("/api/v1/customer-bills/{id}/e-invoice")
@RequestScoped
public class EInvoiceResource {

    @Inject
    private DocumentService documents;

    @GET
    public Response get(@PathParam("id") String id, @QueryParam("format") String format) {
        if (format == null) {
            throw DomainException.invalid("format", "The format is missing: ubl, cii or facturX.");
        }
        return DocumentFiles.response(documents.eInvoice(PathId.of("customer bill", id), format));
    }
}
