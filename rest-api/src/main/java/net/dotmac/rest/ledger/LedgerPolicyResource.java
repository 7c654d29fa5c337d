package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ChosenDays;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.PeriodService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** From when on the books are open, and what becomes of a day before that. */
@Path("/api/v1/ledger/policy")
@RequestScoped
public class LedgerPolicyResource {

    @Inject
    private Exchange exchange;

    @Inject
    private PeriodService periods;

    @Inject
    private LedgerService ledger;

    /** @param chosenDays refuse or forward: what becomes of a day in a closed month that a person chose */
    record Form(String chosenDays) {}

    /** @param openFrom the first open day, absent where no month was ever closed */
    record Body(LocalDate openFrom, String chosenDays) {}

    @GET
    public Response get() {
        return exchange.one(body());
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(Form form) {
        String wanted = form.chosenDays();
        if (!"refuse".equals(wanted) && !"forward".equals(wanted)) {
            throw DomainException.invalid("chosenDays", "Found " + wanted + ", expected refuse or forward.");
        }
        periods.setChosenDays(ChosenDays.ofWire(wanted));
        return exchange.changed(body());
    }

    private Body body() {
        LocalDate from = ledger.openFrom();
        return new Body(
                from.equals(LocalDate.MIN) ? null : from, periods.chosenDays().wire());
    }
}
