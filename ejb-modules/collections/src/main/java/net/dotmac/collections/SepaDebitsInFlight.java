package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.CallContext;

/** What is about to be collected by direct debit. */
@ApplicationScoped
public class SepaDebitsInFlight implements DebitsInFlight {

    @Inject
    private net.dotmac.payments.DebitsInFlight debits;

    @Override
    public Map<UUID, Long> of(Collection<UUID> billingAccountIds) {
        try (CallContext.Scope scope =
                CallContext.current().with("directDebit.read").bind()) {
            return debits.amounts(billingAccountIds);
        }
    }
}
