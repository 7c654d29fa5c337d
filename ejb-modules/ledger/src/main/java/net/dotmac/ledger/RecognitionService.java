package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.PeriodRepository;
import net.dotmac.ledger.persistence.RecognitionWriter;

/**
 * Recognises revenue by service period: what is invoiced for days after a month's end stands as deferred revenue
 * until then.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class RecognitionService {

    @Inject
    private RecognitionWriter writer;

    @Inject
    private UnservedRevenue unserved;

    @Inject
    private PeriodRepository periods;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Recognises the revenue of every open month up to one. Closing a month does it; before that it may be done as
     * often as one likes.
     *
     * @return how the month stands now
     * @throws DomainException {@code period-not-over}; {@code period-closed}
     */
    @Requires("ledger.close")
    public List<DeferredRevenue> recognise(YearMonth through) {
        Optional<YearMonth> last = periods.holdBooksAlone();
        if (!through.isBefore(YearMonth.from(clock.today()))) {
            throw new DomainException(
                    LedgerProblem.NOT_OVER,
                    through + " is not over: today is " + clock.today() + ". Its revenue can be recognised from "
                            + through.plusMonths(1).atDay(1) + " on.",
                    "month");
        }
        if (last.isPresent() && !through.isAfter(last.get())) {
            throw new DomainException(
                    LedgerProblem.PERIOD_CLOSED,
                    through + " is closed, and its revenue was recognised then. The first open month is "
                            + last.get().plusMonths(1) + ".",
                    "month");
        }
        int rows = writer.recognise(last, through);
        audit.record("revenue.recognised", "period", through, Map.of("rows", rows));
        return deferred(through);
    }

    /** What is deferred as of a month's end, by currency, beside what should be. */
    @Requires("ledger.read")
    public List<DeferredRevenue> deferred(YearMonth month) {
        Map<String, long[]> sums = new TreeMap<>();
        writer.booked(month.atEndOfMonth())
                .forEach(each -> sums.computeIfAbsent(each.currency(), currency -> new long[2])[0] += each.netMinor());
        unserved.asOf(month.atEndOfMonth())
                .forEach(each -> sums.computeIfAbsent(each.currency(), currency -> new long[2])[1] += each.netMinor());
        List<DeferredRevenue> deferred = new ArrayList<>();
        sums.forEach((currency, sum) -> deferred.add(new DeferredRevenue(month, currency, sum[0], sum[1])));
        return deferred;
    }
}
