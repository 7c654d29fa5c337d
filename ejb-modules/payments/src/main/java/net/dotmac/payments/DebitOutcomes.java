package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.FailurePolicy;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.persistence.DirectDebitRepository;
import net.dotmac.payments.persistence.MandateRepository;

/** Notes what became of direct debits, once each, and lets the mandates bear the consequences. */
@ApplicationScoped
class DebitOutcomes {

    @Inject
    private DirectDebitRepository repository;

    @Inject
    private MandateRepository mandates;

    @Inject
    private DebitFinder finder;

    @Inject
    private DebitRecords records;

    @Inject
    private MandateRecords mandateRecords;

    /**
     * The money of these debits came.
     *
     * @param payments by debit
     */
    void collected(Map<DirectDebit, UUID> payments, LocalDate day) {
        if (payments.isEmpty()) {
            return;
        }
        payments.forEach((debit, payment) -> debit.collect(payment, day));
        Map<UUID, List<DirectDebit>> byMandate =
                payments.keySet().stream().collect(Collectors.groupingBy(DirectDebit::mandateId));
        mandates.lock(byMandate.keySet())
                .forEach(mandate -> byMandate.get(mandate.id()).forEach(each -> mandate.told(each.amendedFrom())));
        repository.flush();
        records.debits("collected", List.copyOf(payments.keySet()));
    }

    /** The bank refuses these debits before any money came. */
    void rejected(Map<DirectDebit, String> codes, LocalDate day) {
        codes.forEach((debit, code) -> debit.reject(code, day));
        failed(codes.keySet(), "rejected");
    }

    /**
     * The bank takes back what these payments brought, as a movement tells; payments that are no direct debits are
     * left alone.
     *
     * @param feeMinor what the bank keeps for it, 0 or more
     */
    void returned(Collection<UUID> paymentIds, BankEntry entry, long feeMinor) {
        List<DirectDebit> debits = collected(paymentIds);
        debits.forEach(each -> each.takeBack(entry.returnReason(), entry.bookedOn(), feeMinor));
        failed(debits, "returned");
    }

    /** A person took the payment back: it isn't tried again, and the mandate stays as it is. */
    void reversed(UUID paymentId, LocalDate day) {
        List<DirectDebit> debits = collected(List.of(paymentId));
        debits.forEach(each -> each.takeBack(null, day, null));
        repository.flush();
        records.debits("returned", debits);
    }

    /** Whether any of these payments was collected by direct debit. */
    boolean hasDebit(Collection<UUID> paymentIds) {
        return !paymentIds.isEmpty() && !repository.ofPayments(paymentIds).isEmpty();
    }

    private List<DirectDebit> collected(Collection<UUID> paymentIds) {
        return repository.ofPayments(paymentIds).stream()
                .filter(each -> each.is(DirectDebit.COLLECTED))
                .toList();
    }

    private void failed(Collection<DirectDebit> debits, String what) {
        if (debits.isEmpty()) {
            return;
        }
        for (DirectDebit debit : debits) {
            mandates.lock(debit.mandateId()).ifPresent(mandate -> punish(mandate, debit.reasonCode()));
        }
        repository.flush();
        records.debits(what, List.copyOf(debits));
    }

    private void punish(Mandate mandate, String code) {
        FailurePolicy.Consequence consequence = FailurePolicy.of(code);
        if (!mandate.isStanding() || consequence == FailurePolicy.Consequence.NONE) {
            return;
        }
        String reason = BankPayments.reason(code);
        String what;
        if (consequence == FailurePolicy.Consequence.CANCEL) {
            mandate.cancel(reason);
            what = "cancelled";
        } else {
            mandate.suspend(reason);
            what = "suspended";
        }
        UUID customer = finder.customers(List.of(mandate.billingAccountId())).get(mandate.billingAccountId());
        mandateRecords.changed(mandate, what, customer);
    }
}
