package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.MarkPolicy;
import net.dotmac.payments.domain.Pain001Writer;
import net.dotmac.payments.domain.Pain002Parser;
import net.dotmac.payments.domain.Payout;
import net.dotmac.payments.domain.PayoutBatch;
import net.dotmac.payments.domain.StatusReport;
import net.dotmac.payments.domain.TargetCalendar;
import net.dotmac.payments.persistence.PayoutBatchRepository;
import net.dotmac.payments.persistence.PayoutRepository;
import net.dotmac.payments.persistence.SepaSettingsRepository;
import net.dotmac.payments.persistence.StatusReportRepository;

/** Hands approved payouts over to the bank as files, and takes in what the bank answers. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PayoutBatchService {

    private static final int MOST_PAYOUTS = 10_000;
    private static final int MOST_DAYS_AHEAD = 30;
    private static final int MOST_BYTES = 10_000_000;

    @Inject
    private PayoutRepository payouts;

    @Inject
    private PayoutBatchRepository repository;

    @Inject
    private SepaSettingsRepository settings;

    @Inject
    private StatusReportRepository reports;

    @Inject
    private PayoutOutcomes outcomes;

    @Inject
    private PayoutRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * Makes a file of all approved payouts that go to bank accounts; it can be fetched from then on, and stays as it is.
     * Those whose credit was taken back are cancelled, for they must not be paid.
     *
     * @param executeOn a day on which banks work, at most 30 days ahead; null for the first there is
     * @throws DomainException {@code no-creditor} if nobody has said from which account; {@code invalid-value} for
     *     another day; {@code nothing-to-pay-out}
     */
    @Requires("payout.send")
    public PayoutBatchDetails create(LocalDate executeOn) {
        SepaSettings payer = settings.find()
                .orElseThrow(
                        () -> new DomainException(
                                PaymentProblem.NO_CREDITOR,
                                "Nobody has said yet from which bank account to pay. Enter it with the creditor of the direct debits."));
        LocalDate day = day(executeOn);
        List<Payout> covered = covered(payouts.lockApproved(MOST_PAYOUTS));
        if (covered.isEmpty()) {
            throw new DomainException(
                    PaymentProblem.NOTHING_TO_PAY_OUT,
                    "No approved payout waits for the bank. Have the requested ones approved first.");
        }
        PayoutBatch batch = new PayoutBatch(day, payer, clock.now());
        covered.forEach(each -> each.handOver(batch.id()));
        batch.written(MarkPolicy.sha256(Pain001Writer.write(batch, covered)));
        repository.add(batch);
        records.batch("handedOver", batch, covered.size() + " payouts, " + batch.fileSha256());
        records.payouts("handedOver", covered);
        return details(batch);
    }

    private List<Payout> covered(List<Payout> approved) {
        Map<UUID, OpenItem> items =
                outcomes.items(approved.stream().map(Payout::id).toList());
        List<Payout> covered = new ArrayList<>();
        List<Payout> dropped = new ArrayList<>();
        for (Payout payout : approved) {
            OpenItem item = items.get(payout.id());
            if (item == null || item.openMinor() == 0) {
                covered.add(payout);
            } else {
                outcomes.cancel(payout, "The payment that this credit came from was taken back");
                dropped.add(payout);
            }
        }
        if (!covered.isEmpty()) {
            payouts.flush();
            records.payouts("cancelled", dropped);
        }
        return covered;
    }

    private LocalDate day(LocalDate wanted) {
        LocalDate today = clock.today();
        LocalDate day = wanted == null ? TargetCalendar.onOrAfter(today) : wanted;
        if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS_AHEAD)) || !TargetCalendar.isBusinessDay(day)) {
            throw DomainException.invalid(
                    "executeOn",
                    "Found " + day + ", expected a day on which banks work, from today on and at most "
                            + MOST_DAYS_AHEAD + " days ahead.");
        }
        return day;
    }

    /**
     * The file, the same each time; it shows the receivers' accounts.
     *
     * @throws DomainException {@code payout-state} if it was cancelled
     */
    @Requires("payout.send")
    public BankOutput file(UUID id) {
        PayoutBatch batch = repository.find(id).orElseThrow(() -> DomainException.notFound("payout batch", id));
        batch.requireHandedOver();
        byte[] file = Pain001Writer.write(batch, payouts.of(id));
        if (!MarkPolicy.sha256(file).equals(batch.fileSha256())) {
            throw new IllegalStateException("The file of batch " + id + " is not the one that was handed over");
        }
        records.batch("fileFetched", batch, batch.fileSha256());
        return new BankOutput("payouts-" + batch.executeOn() + ".xml", file);
    }

    /**
     * Gives up a file that the bank never got, while nothing has come of it; its payouts are approved and go into the next.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code payout-state}
     */
    @Requires("payout.send")
    public PayoutBatchDetails cancel(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        PayoutBatch batch = locked(id);
        batch.requireHandedOver();
        List<Payout> all = payouts.lockOf(id);
        if (all.stream().anyMatch(each -> !each.is(Payout.HANDED_OVER))) {
            throw new DomainException(
                    PaymentProblem.PAYOUT_STATE,
                    "The bank has answered to this file already, so it got it. It can't be cancelled any more.");
        }
        batch.cancel(why);
        all.forEach(Payout::takeOut);
        repository.flush();
        records.batch("cancelled", batch, why);
        return details(batch);
    }

    /**
     * Takes in what the bank answers to a file: what it rejects is the account's credit again. The same report again changes
     * nothing and answers as before.
     *
     * @param file a pain.002 document of at most 10 MB
     * @throws DomainException {@code bank-file-refused} for what is broken or about no file of ours
     */
    @Requires("payout.send")
    public StatusReportDetails takeReport(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw new DomainException(
                    PaymentProblem.FILE_REFUSED,
                    "The file has " + file.length + " bytes, expected 1 to " + MOST_BYTES + ".");
        }
        StatusReport report = Pain002Parser.parse(file);
        PayoutBatch batch = repository
                .find(report.originalMessageId())
                .flatMap(found -> repository.lock(found.id()))
                .orElseThrow(() -> new DomainException(
                        PaymentProblem.FILE_REFUSED,
                        "The report answers to a file that is none of ours: " + report.originalMessageId() + "."));
        Optional<StatusReportDetails> same = reports.same(batch.id(), report.messageId());
        if (same.isPresent()) {
            return same.get();
        }
        batch.requireHandedOver();
        List<Payout> rejected = new ArrayList<>();
        int ignored = 0;
        for (Payout payout : payouts.lockOf(batch.id())) {
            StatusReport.Status rejection = report.rejection(batch.paymentInformationId(), payout.endToEndId());
            if (rejection != null && payout.is(Payout.HANDED_OVER)) {
                outcomes.failed(payout, rejection.reason(), null, clock.today());
                rejected.add(payout);
            } else if (rejection != null) {
                ignored++;
            }
        }
        payouts.flush();
        records.payouts("rejected", rejected);
        reports.add(report, batch.id(), rejected.size(), ignored, clock.now());
        records.batch("answered", batch, report.file().code() + ", " + rejected.size() + " rejected");
        return reports.same(batch.id(), report.messageId()).orElseThrow();
    }

    @Requires("payout.read")
    public PayoutBatchDetails get(UUID id) {
        return details(repository.find(id).orElseThrow(() -> DomainException.notFound("payout batch", id)));
    }

    @Requires("payout.read")
    public Page<PayoutBatchDetails> list(Query query) {
        Page<PayoutBatch> page = repository.find(query);
        return new Page<>(details(page.rows()), page.total());
    }

    private PayoutBatch locked(UUID id) {
        return repository.lock(id).orElseThrow(() -> DomainException.notFound("payout batch", id));
    }

    private PayoutBatchDetails details(PayoutBatch batch) {
        return details(List.of(batch)).get(0);
    }

    private List<PayoutBatchDetails> details(Collection<PayoutBatch> batches) {
        Map<UUID, List<PayoutBatchDetails.Total>> totals =
                repository.totals(batches.stream().map(PayoutBatch::id).toList());
        return batches.stream()
                .map(each -> each.details(totals.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
