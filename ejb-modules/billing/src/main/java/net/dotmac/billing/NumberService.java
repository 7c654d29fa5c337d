package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.dotmac.billing.NumberReport.Count;
import net.dotmac.billing.NumberReport.Fault;
import net.dotmac.billing.domain.NumberPattern;
import net.dotmac.billing.persistence.NumberReader;
import net.dotmac.billing.persistence.NumberRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** The numbers of documents: how they are written, and the proof that none is missing. */
@Stateless
@Interceptors(CallInterceptor.class)
public class NumberService {

    private static final List<String> DOCUMENTS =
            List.of(NumberRepository.INVOICE, NumberRepository.CREDIT_NOTE, NumberRepository.DEBIT_NOTE);
    private static final List<String> SERIES = Stream.concat(
                    DOCUMENTS.stream(), Stream.of(NumberRepository.BILLING_ACCOUNT))
            .toList();

    @Inject
    private NumberRepository numbers;

    @Inject
    private NumberReader reader;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    @Requires("invoice.read")
    public List<NumberSeriesDetails> series() {
        return SERIES.stream().map(this::details).toList();
    }

    /**
     * Has a series write its next numbers otherwise; what was issued keeps its number. A pattern with a year counts from 1 in each
     * year, by the document's date; one without goes on where the series without years stood.
     *
     * @throws DomainException {@code invalid-value} for what is no pattern or series; {@code number-pattern-taken} if another series
     *     writes or wrote numbers that begin alike
     */
    @Requires("documentSettings.write")
    public NumberSeriesDetails change(String series, String pattern) {
        if (!SERIES.contains(series)) {
            throw DomainException.invalid("series", "A series is one of " + String.join(", ", SERIES) + ".");
        }
        NumberPattern chosen = NumberPattern.of(pattern);
        requireFree(series, chosen);
        numbers.put(series, chosen);
        audit.record("numberSeries.changed", "numberSeries", series, Map.of("pattern", chosen.toString()));
        return details(series);
    }

    /** Checks the numbers of all documents by series and year. */
    @Requires("invoice.read")
    public NumberReport report() {
        List<Count> counts = reader.counts();
        List<Fault> faults = new ArrayList<>();
        reader.faults().forEach(fault -> faults.add(named(fault)));
        for (Count count : counts) {
            if (count.given() > count.last()) {
                faults.add(named(new Fault(
                        count.series(), count.year(), "missing", count.last() + 1, count.given(), null, null, null)));
            }
        }
        return new NumberReport(counts, faults);
    }

    private Fault named(Fault fault) {
        NumberPattern pattern = numbers.pattern(fault.series());
        return new Fault(
                fault.series(),
                fault.year(),
                fault.kind(),
                fault.from(),
                fault.to(),
                fault.foundAt(),
                pattern.number(fault.year(), fault.from()),
                pattern.number(fault.year(), fault.to()));
    }

    private NumberSeriesDetails details(String series) {
        NumberPattern pattern = numbers.pattern(series);
        int year = pattern.countOf(clock.today());
        return new NumberSeriesDetails(
                series, pattern.toString(), pattern.number(year, numbers.last(series, year) + 1));
    }

    /** Documents are numbered in one space, so no series may write what begins as another's. */
    private void requireFree(String series, NumberPattern chosen) {
        if (series.equals(NumberRepository.BILLING_ACCOUNT)) {
            return;
        }
        int year = chosen.countOf(clock.today());
        String prefix = prefixToday(chosen);
        boolean isLikeAnother = DOCUMENTS.stream()
                .filter(other -> !other.equals(series))
                .map(other -> prefixToday(numbers.pattern(other)))
                .anyMatch(other -> prefix.startsWith(other) || other.startsWith(prefix));
        if (isLikeAnother || numbers.isTaken(prefix, series, year)) {
            throw new DomainException(
                    BillingProblem.NUMBER_PATTERN_TAKEN,
                    "Numbers that begin with " + (prefix.isEmpty() ? "a digit" : prefix)
                            + " are those of another series or count. Choose another beginning.",
                    "pattern");
        }
    }

    private String prefixToday(NumberPattern pattern) {
        return pattern.prefix(pattern.countOf(clock.today()));
    }
}
