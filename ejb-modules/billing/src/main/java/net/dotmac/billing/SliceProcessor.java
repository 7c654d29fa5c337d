package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.persistence.BillableAccountReader;
import net.dotmac.billing.persistence.BillingRunRepository;
import net.dotmac.billing.persistence.BillingRunRepository.Slice;
import net.dotmac.billing.persistence.BillingRunRepository.SliceResult;
import net.dotmac.billing.persistence.DueAccount;
import net.dotmac.billing.persistence.InvoiceBulkWriter;
import net.dotmac.billing.persistence.InvoiceBulkWriter.Issued;
import net.dotmac.billing.persistence.SliceOutcomeWriter;
import net.dotmac.billing.persistence.TaxRateRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Outbox;

/**
 * Bills one slice in the caller's transaction: reads its accounts, works out their drafts, issues them unless it is a preview,
 * writes what became of each account, and marks the slice done.
 */
@ApplicationScoped
public class SliceProcessor {

    private static final Issued NOTHING = new Issued(List.of(), Set.of(), Set.of(), Set.of());

    @Inject
    private BillingRunRepository repository;

    @Inject
    private BillableAccountReader reader;

    @Inject
    private TaxRateRepository rates;

    @Inject
    private InvoiceBulkWriter writer;

    @Inject
    private SliceOutcomeWriter outcomes;

    @Inject
    private BusinessClock clock;

    @Inject
    private Clock systemClock;

    @Inject
    private Outbox outbox;

    void process(Slice slice) {
        List<DueAccount> accounts = reader.due(slice.first(), slice.last(), slice.selected(), slice.date());
        Map<DueAccount, List<InvoiceDraft>> drafts = BillingService.drafts(accounts, slice.date(), rates.rates());
        Issued issued = slice.isPreview() || drafts.isEmpty()
                ? NOTHING
                : writer.write(
                        drafts,
                        new InvoiceBulkWriter.IssueOrder(
                                slice.runId(), slice.number(), issueDate(slice), slice.attempts() > 0));
        SliceResult result = outcomes.write(slice, drafts, issued);
        repository.sliceDone(slice, result, systemClock.instant());
        if (!issued.documentIds().isEmpty()) {
            outbox.record(
                    "billing.invoices.issued.v1",
                    slice.runId() + ":" + slice.number(),
                    Map.of(
                            "runId", slice.runId().toString(),
                            "slice", slice.number(),
                            "documents", issued.documentIds().size()));
        }
    }

    /** Documents carry the day they are issued on, but a run for a day to come is dated that day. */
    private LocalDate issueDate(Slice slice) {
        LocalDate today = clock.today();
        return slice.date().isAfter(today) ? slice.date() : today;
    }
}
