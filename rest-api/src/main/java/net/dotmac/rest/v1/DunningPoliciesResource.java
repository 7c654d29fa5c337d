package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningPolicyService;
import net.dotmac.collections.DunningStep;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** When who is dunned and how: a policy for each class of customers, and a default. */
@Path("/api/v1/dunning-policies")
@RequestScoped
public class DunningPoliciesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private DunningPolicyService policies;

    /**
     * @param days after the due date
     * @param businessDays whether they are counted in business days; null for no
     * @param actions notice, lateFee, throttle, suspend, terminate
     */
    record Step(Integer days, Boolean businessDays, List<String> actions) {}

    record LateFee(BigDecimal percent, BigDecimal minimum, BigDecimal maximum) {}

    record ReconnectFee(BigDecimal amount, String taxCategory, Boolean taxIncluded) {}

    /** Amounts are in the currency of the account that is dunned. */
    record Form(Integer graceDays, BigDecimal minimum, List<Step> steps, LateFee lateFee, ReconnectFee reconnectFee) {}

    /** @param id default, household, business or publicBody */
    record Body(
            String id,
            String href,
            int graceDays,
            BigDecimal minimum,
            List<Step> steps,
            LateFee lateFee,
            ReconnectFee reconnectFee) {}

    record Policies(List<Body> policies) {}

    @GET
    public Response list() {
        return exchange.one(
                new Policies(policies.list().stream().map(this::body).toList()));
    }

    @GET
    @Path("{class}")
    public Response get(@PathParam("class") String customerClass) {
        return exchange.one(body(policies.get(known(customerClass))));
    }

    @PUT
    @Path("{class}")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("class") String customerClass, Form form) {
        return exchange.changed(body(policies.put(policy(known(customerClass), form))));
    }

    @DELETE
    @Path("{class}")
    @WriteOnce
    public Response remove(@PathParam("class") String customerClass) {
        policies.remove(known(customerClass));
        return Response.noContent().build();
    }

    /** In an address, a class that does not exist is not there. */
    private static String known(String customerClass) {
        try {
            return DunningPolicy.checkedClass(customerClass);
        } catch (DomainException e) {
            throw DomainException.notFound(
                    "dunning policy", customerClass.length() <= 40 ? customerClass : customerClass.substring(0, 40));
        }
    }

    private static DunningPolicy policy(String customerClass, Form form) {
        if (form == null || form.steps() == null || form.steps().stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalid("steps", "A policy needs its steps, each with days and actions.");
        }
        return new DunningPolicy(
                customerClass,
                form.graceDays() == null ? 0 : form.graceDays(),
                form.minimum() == null ? BigDecimal.ZERO : form.minimum(),
                form.steps().stream().map(DunningPoliciesResource::step).toList(),
                form.lateFee() == null
                        ? null
                        : new DunningPolicy.LateFee(
                                form.lateFee().percent(),
                                form.lateFee().minimum(),
                                form.lateFee().maximum()),
                form.reconnectFee() == null
                        ? null
                        : new DunningPolicy.ReconnectFee(
                                form.reconnectFee().amount(),
                                form.reconnectFee().taxCategory(),
                                Boolean.TRUE.equals(form.reconnectFee().taxIncluded())));
    }

    private static DunningStep step(Step step) {
        if (step.days() == null || step.actions() == null) {
            throw DomainException.invalid("steps", "Each step has days and actions.");
        }
        return new DunningStep(
                step.days(),
                Boolean.TRUE.equals(step.businessDays()),
                step.actions().stream().map(DunningPoliciesResource::action).toList());
    }

    private static DunningAction action(String text) {
        try {
            return DunningAction.ofWire(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("steps", "The actions of a step: " + e.getMessage() + ".");
        }
    }

    private Body body(DunningPolicy policy) {
        DunningPolicy.LateFee late = policy.lateFee();
        DunningPolicy.ReconnectFee reconnect = policy.reconnectFee();
        return new Body(
                policy.customerClass(),
                exchange.href("/api/v1/dunning-policies/", policy.customerClass()),
                policy.graceDays(),
                policy.minimum(),
                policy.steps().stream()
                        .map(step -> new Step(
                                step.days(),
                                step.inBusinessDays(),
                                step.actions().stream().map(DunningAction::wire).toList()))
                        .toList(),
                late == null ? null : new LateFee(late.percent(), late.minimum(), late.maximum()),
                reconnect == null
                        ? null
                        : new ReconnectFee(reconnect.amount(), reconnect.taxCategory(), reconnect.taxIncluded()));
    }
}
