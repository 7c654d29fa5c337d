package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** The tenant's dunning policies, one for each class of customers or one for all. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DunningPolicyService {

    @Inject
    private PolicyRepository repository;

    @Inject
    private AuditTrail audit;

    @Inject
    private BusinessClock clock;

    /** All policies; with none, nobody is dunned. */
    @Requires("collection.read")
    public List<DunningPolicy> list() {
        return List.copyOf(repository.all().values());
    }

    /** @throws DomainException {@code not-found} if the class has none of its own */
    @Requires("collection.read")
    public DunningPolicy get(String customerClass) {
        DunningPolicy found = repository.all().get(DunningPolicy.checkedClass(customerClass));
        if (found == null) {
            throw DomainException.notFound("dunning policy", customerClass);
        }
        return found;
    }

    /**
     * Sets the policy of a class, from the next round on; open cases go on from the step they are at.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    @Requires("dunningPolicy.write")
    public DunningPolicy put(DunningPolicy policy) {
        policy.check();
        repository.put(policy, clock.now());
        audit.record(
                "dunningPolicy.changed",
                "dunningPolicy",
                policy.customerClass(),
                Map.of(
                        "graceDays", policy.graceDays(),
                        "minimum", policy.minimum().toPlainString(),
                        "steps",
                                policy.steps().stream()
                                        .map(DunningPolicyService::words)
                                        .toList()));
        return get(policy.customerClass());
    }

    private static String words(DunningStep step) {
        Collection<String> actions =
                step.actions().stream().map(DunningAction::wire).toList();
        return step.days() + (step.inBusinessDays() ? " business days: " : " days: ") + String.join(", ", actions);
    }

    /**
     * Takes a class's policy away; the default then holds for it. Without that, its open cases close with the next round.
     *
     * @throws DomainException {@code not-found} if it has none
     */
    @Requires("dunningPolicy.write")
    public void remove(String customerClass) {
        if (!repository.remove(DunningPolicy.checkedClass(customerClass))) {
            throw DomainException.notFound("dunning policy", customerClass);
        }
        audit.record("dunningPolicy.removed", "dunningPolicy", customerClass, Map.of());
    }
}
