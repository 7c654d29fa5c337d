package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.collections.Agreement;
import net.dotmac.collections.AgreementService;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.Dispute;
import net.dotmac.collections.Instalment;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/**
 * What the customer of a case says he will pay, and what he does not accept. Its path is the one of {@link
 * CollectionCasesResource} to the letter: a longer one would hide the addresses of the other.
 */
@Path("/api/v1/collection-cases")
@RequestScoped
public class CaseAgreementsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private AgreementService agreements;

    @Inject
    private CaseService cases;

    /** @param dueOn the last day to pay on */
    record PromiseForm(TmfMoney amount, LocalDate dueOn, String note) {}

    record PartForm(LocalDate dueOn, TmfMoney amount) {}

    /** @param instalments in the order of their days, adding up to what is overdue */
    record ArrangementForm(List<PartForm> instalments, String note) {}

    record DisputeForm(String invoiceId, String reason) {}

    record ResolutionForm(String resolution) {}

    @GET
    @Path("{id}/agreements")
    public Response agreements(@PathParam("id") String id) {
        UUID about = CollectionCasesResource.idOf(id);
        return exchange.one(new CollectionCaseBody.Agreements(
                about.toString(),
                agreements.ofCase(about).stream()
                        .map(each -> CollectionCaseBody.agreement(each, exchange.links()))
                        .toList()));
    }

    @POST
    @Path("{id}/promises")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response promise(@PathParam("id") String id, PromiseForm form) {
        return made(agreements.promise(
                CollectionCasesResource.idOf(id), MoneyForm.required(form.amount()), form.dueOn(), form.note()));
    }

    @POST
    @Path("{id}/arrangements")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response arrange(@PathParam("id") String id, ArrangementForm form) {
        CaseDetails about = cases.get(CollectionCasesResource.idOf(id));
        List<PartForm> parts = form.instalments() == null ? List.of() : form.instalments();
        if (parts.stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalid("instalments", "Each instalment has a day and an amount.");
        }
        return made(agreements.arrange(
                about.id(),
                parts.stream().map(part -> instalment(part, about.currency())).toList(),
                form.note()));
    }

    private static Instalment instalment(PartForm part, String currency) {
        Money amount = MoneyForm.required(part.amount());
        if (!amount.currency().equals(currency)) {
            throw DomainException.invalid("instalments", "Expected amounts in " + currency + ".");
        }
        return new Instalment(part.dueOn(), amount.minor());
    }

    /** Ends the promise or arrangement that is active. */
    @POST
    @Path("{id}/withdrawal")
    @WriteOnce
    public Response withdraw(@PathParam("id") String id) {
        UUID about = CollectionCasesResource.idOf(id);
        agreements.withdraw(about);
        return exchange.changed(CollectionCaseBody.of(cases.get(about), exchange.links()));
    }

    @GET
    @Path("{id}/disputes")
    public Response disputes(@PathParam("id") String id) {
        UUID about = CollectionCasesResource.idOf(id);
        return exchange.one(new CollectionCaseBody.Disputes(
                about.toString(),
                agreements.disputes(about).stream()
                        .map(each -> CollectionCaseBody.dispute(each, about, exchange.links()))
                        .toList()));
    }

    @POST
    @Path("{id}/disputes")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dispute(@PathParam("id") String id, DisputeForm form) {
        UUID about = CollectionCasesResource.idOf(id);
        Dispute dispute = agreements.dispute(about, PathId.inBody("invoiceId", form.invoiceId()), form.reason());
        return exchange.created(CollectionCaseBody.dispute(dispute, about, exchange.links()));
    }

    @POST
    @Path("{id}/disputes/{disputeId}/resolution")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resolve(@PathParam("id") String id, @PathParam("disputeId") String disputeId, ResolutionForm form) {
        UUID about = CollectionCasesResource.idOf(id);
        agreements.resolve(about, PathId.of("dispute", disputeId), form.resolution());
        return exchange.changed(CollectionCaseBody.of(cases.get(about), exchange.links()));
    }

    private Response made(Agreement agreement) {
        return exchange.created(CollectionCaseBody.agreement(agreement, exchange.links()));
    }
}
