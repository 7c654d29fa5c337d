package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.domain.TaxPointRule;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** The tax rates that documents apply, and which day's rate a charge for a period has. */
@Path("/api/v1/tax-rates")
@RequestScoped
public class TaxRatesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private TaxRateService rates;

    /** @param validFrom the first day it holds, e.g. {@code 2028-01-01} */
    record Entry(String category, String jurisdiction, BigDecimal percent, LocalDate validFrom) {}

    /**
     * @param taxPoint {@code periodEnd} or {@code byDay}
     * @param entries by category, jurisdiction and day
     */
    record Body(String taxPoint, List<Entry> entries) {}

    record Rule(String taxPoint) {}

    @GET
    public Response list() {
        return exchange.one(body());
    }

    /** Adds a rate, or corrects the one of the same category, jurisdiction and day. */
    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Entry form) {
        rates.put(new TaxRateDetails(
                form.category(),
                form.jurisdiction() == null ? "" : form.jurisdiction(),
                form.percent(),
                form.validFrom()));
        return exchange.changed(body());
    }

    @PUT
    @Path("rule")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rule(Rule form) {
        if (form.taxPoint() == null) {
            throw DomainException.invalid("taxPoint", "Expected periodEnd or byDay.");
        }
        rates.changeRule(TaxPointRule.ofWire(form.taxPoint()));
        return exchange.changed(body());
    }

    private Body body() {
        return new Body(
                rates.rule().wire(),
                rates.list().stream()
                        .map(rate -> new Entry(
                                rate.category(),
                                rate.jurisdiction(),
                                new BigDecimal(rate.percent().toPlainString()),
                                rate.validFrom()))
                        .toList());
    }
}
