package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.MarkPolicy;
import net.dotmac.payments.domain.Pain008Writer;
import net.dotmac.payments.domain.TargetCalendar;
import net.dotmac.payments.persistence.DirectDebitRepository;
import net.dotmac.payments.persistence.MandateRepository;

/** Hands approved batches over to the bank as files, and takes back those that never got there. */
@Stateless
@Interceptors(CallInterceptor.class)
public class HandOverService {

    /** Banks take collections of both schemes until the business day before. */
    private static final int LEAD_DAYS = 1;

    @Inject
    private DirectDebitRepository repository;

    @Inject
    private MandateRepository mandates;

    @Inject
    private DebitFinder finder;

    @Inject
    private DebitRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * Closes an approved batch: its file can be fetched from then on, and stays as it is. What was paid meanwhile, or
     * whose mandate was suspended or has ended, is dropped, for it must not be collected.
     *
     * @throws DomainException {@code direct-debit-state} if it isn't approved or its day is too near; {@code
     *     nothing-to-collect} if nothing is left of it
     */
    @Requires("directDebit.write")
    public DirectDebitBatchDetails handOver(UUID id) {
        DirectDebitBatch batch = locked(id);
        batch.require(Set.of(DirectDebitBatch.APPROVED));
        LocalDate first = TargetCalendar.plus(clock.today(), LEAD_DAYS);
        if (batch.collectOn().isBefore(first)) {
            throw new DomainException(
                    PaymentProblem.DEBIT_STATE,
                    "Banks would have to collect on " + batch.collectOn() + " and need the file a business day before. "
                            + "Cancel the batch and make another.");
        }
        List<DirectDebit> planned = repository.of(id, DirectDebit.PLANNED);
        Map<UUID, Mandate> byId =
                mandates
                        .lock(planned.stream()
                                .map(DirectDebit::mandateId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Mandate::id, Function.identity()));
        List<DirectDebit> dropped = dropOutdated(planned, byId);
        List<DirectDebit> kept =
                planned.stream().filter(each -> !dropped.contains(each)).toList();
        if (kept.isEmpty()) {
            throw new DomainException(
                    PaymentProblem.NOTHING_DUE, "Everything of this batch was paid or dropped meanwhile. Cancel it.");
        }
        kept.forEach(each -> {
            each.handOver();
            byId.get(each.mandateId()).collected(batch.collectOn());
        });
        batch.handOver(MarkPolicy.sha256(Pain008Writer.write(batch, kept)), clock.now());
        repository.flush();
        records.batch("handedOver", batch, batch.fileSha256());
        records.debits("dropped", dropped);
        records.debits("handedOver", kept);
        return details(batch);
    }

    private List<DirectDebit> dropOutdated(List<DirectDebit> planned, Map<UUID, Mandate> byId) {
        Map<UUID, Long> open = finder.open(planned);
        List<DirectDebit> dropped = new ArrayList<>();
        for (DirectDebit debit : planned) {
            Mandate mandate = byId.get(debit.mandateId());
            if (open.getOrDefault(debit.invoiceId(), 0L) < debit.amountMinor()) {
                debit.drop("Paid meanwhile, in whole or in part");
                dropped.add(debit);
            } else if (!mandate.isActive()) {
                debit.drop("The mandate is " + mandate.state());
                dropped.add(debit);
            } else if (!mandate.debtor().iban().equals(debit.debtor().iban())) {
                debit.drop("The payer has another account since");
                dropped.add(debit);
            }
        }
        return dropped;
    }

    /**
     * The file of a batch that was handed over, the same each time; it shows the payers' accounts.
     *
     * @throws DomainException {@code direct-debit-state} for any other
     */
    @Requires("directDebit.write")
    public BankOutput file(UUID id) {
        DirectDebitBatch batch =
                repository.batch(id).orElseThrow(() -> DomainException.notFound("direct debit batch", id));
        batch.require(Set.of(DirectDebitBatch.HANDED_OVER));
        byte[] file = Pain008Writer.write(batch, repository.handedOver(id));
        if (!MarkPolicy.sha256(file).equals(batch.fileSha256())) {
            throw new IllegalStateException("The file of batch " + id + " is not the one that was handed over");
        }
        records.batch("fileFetched", batch, batch.fileSha256());
        return new BankOutput("direct-debits-" + batch.collectOn() + ".xml", file);
    }

    /**
     * Gives a batch up; its invoices are free for another. One that was handed over may be cancelled only if the bank
     * never got its file, and not once anything has come of it.
     *
     * @param reason 1 to 500 characters
     */
    @Requires("directDebit.write")
    public DirectDebitBatchDetails cancel(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        DirectDebitBatch batch = locked(id);
        boolean isHandedOver = batch.isHandedOver();
        List<DirectDebit> debits = isHandedOver ? repository.lockWaiting(id) : repository.of(id, DirectDebit.PLANNED);
        if (isHandedOver && debits.size() < repository.handedOver(id).size()) {
            throw new DomainException(
                    PaymentProblem.DEBIT_STATE,
                    "The bank has answered to this batch already, so it got the file. It can't be cancelled any more.");
        }
        batch.cancel(why);
        debits.forEach(each -> each.drop(why));
        if (isHandedOver) {
            mandates.lock(debits.stream().map(DirectDebit::mandateId).distinct().toList())
                    .forEach(Mandate::notCollected);
        }
        repository.flush();
        records.batch("cancelled", batch, why);
        records.debits("dropped", debits);
        return details(batch);
    }

    private DirectDebitBatch locked(UUID id) {
        return repository.lockBatch(id).orElseThrow(() -> DomainException.notFound("direct debit batch", id));
    }

    private DirectDebitBatchDetails details(DirectDebitBatch batch) {
        return batch.details(repository.totals(List.of(batch.id())).getOrDefault(batch.id(), List.of()));
    }
}
