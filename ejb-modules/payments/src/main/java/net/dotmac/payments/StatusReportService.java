package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;
import net.dotmac.payments.domain.Pain002Parser;
import net.dotmac.payments.domain.StatusReport;
import net.dotmac.payments.persistence.DirectDebitRepository;
import net.dotmac.payments.persistence.StatusReportRepository;

/** Takes in what banks answer to files of direct debits. */
@Stateless
@Interceptors(CallInterceptor.class)
public class StatusReportService {

    private static final int MOST_BYTES = 10_000_000;

    @Inject
    private StatusReportRepository reports;

    @Inject
    private DirectDebitRepository repository;

    @Inject
    private DebitOutcomes outcomes;

    @Inject
    private DebitRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * Takes in a report: what it rejects fails, with its reason. The same report again changes nothing and answers as
     * before. A debit that was collected already stays so; only a return takes its money back.
     *
     * @param file a pain.002 document of at most 10 MB
     * @throws DomainException {@code bank-file-refused} for what is broken or about no file of ours; {@code
     *     direct-debit-state} if the batch was not handed over
     */
    @Requires("directDebit.write")
    public StatusReportDetails take(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw new DomainException(
                    PaymentProblem.FILE_REFUSED,
                    "The file has " + file.length + " bytes, expected 1 to " + MOST_BYTES + ".");
        }
        StatusReport report = Pain002Parser.parse(file);
        DirectDebitBatch batch = repository
                .batch(report.originalMessageId())
                .flatMap(found -> repository.lockBatch(found.id()))
                .orElseThrow(() -> new DomainException(
                        PaymentProblem.FILE_REFUSED,
                        "The report answers to a file that is none of ours: " + report.originalMessageId() + "."));
        Optional<StatusReportDetails> same = reports.same(batch.id(), report.messageId());
        if (same.isPresent()) {
            return same.get();
        }
        batch.require(Set.of(DirectDebitBatch.HANDED_OVER));
        Set<DirectDebit> waiting = new HashSet<>(repository.lockWaiting(batch.id()));
        Map<DirectDebit, String> codes = new HashMap<>();
        int ignored = 0;
        for (DirectDebit debit : repository.handedOver(batch.id())) {
            StatusReport.Status rejection = report.rejection(debit.paymentInformationId(), debit.endToEndId());
            if (rejection != null && waiting.contains(debit)) {
                codes.put(debit, rejection.reason());
            } else if (rejection != null) {
                ignored++;
            }
        }
        outcomes.rejected(codes, clock.today());
        reports.add(report, batch.id(), codes.size(), ignored, clock.now());
        records.batch("answered", batch, report.file().code() + ", " + codes.size() + " rejected");
        return reports.same(batch.id(), report.messageId()).orElseThrow();
    }
}
