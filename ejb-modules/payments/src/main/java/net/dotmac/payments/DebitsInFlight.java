package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.persistence.DirectDebitRepository;

/** Tells those who remind people of debts what is about to be collected anyway. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DebitsInFlight {

    @Inject
    private DirectDebitRepository repository;

    /**
     * What is announced or handed over and not known to have come or failed.
     *
     * @return amounts in cents of EUR by billing account; accounts with nothing in flight are left out
     */
    @Requires("directDebit.read")
    public Map<UUID, Long> amounts(Collection<UUID> billingAccountIds) {
        return billingAccountIds.isEmpty() ? Map.of() : repository.inFlight(billingAccountIds);
    }
}
