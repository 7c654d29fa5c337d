package net.dotmac.ledger.domain;

import java.util.Collection;
import java.util.Currency;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.ExportFormat;
import net.dotmac.ledger.ExportRequest;

/** What may be asked of an export. */
public final class ExportPolicy {

    /** A year: more is no period that anybody closes his books for. */
    private static final int MOST_MONTHS = 12;

    private ExportPolicy() {}

    /**
     * The request with its currency.
     *
     * @param currency of the tenant
     * @param chart what the file will name
     * @throws DomainException {@code invalid-value}, naming the attribute
     */
    public static ExportRequest checked(ExportRequest request, String currency, Collection<ChartEntry> chart) {
        if (request.first() == null || request.last() == null || request.last().isBefore(request.first())) {
            throw DomainException.invalid(
                    "last", "An export needs a first month and a last one that is not before it.");
        }
        if (request.first().plusMonths(MOST_MONTHS).isBefore(request.last().plusMonths(1))) {
            throw DomainException.invalid("last", "At most " + MOST_MONTHS + " months go into one export.");
        }
        String wanted = request.currency() == null ? currency : request.currency();
        requireCurrency(wanted);
        boolean isDatev = request.format() == ExportFormat.DATEV;
        if (isDatev) {
            requireDatev(request, chart);
        }
        return new ExportRequest(
                request.format(),
                wanted,
                request.first(),
                request.last(),
                isDatev ? request.consultant() : null,
                isDatev ? request.client() : null,
                request.isRepeat());
    }

    private static void requireCurrency(String code) {
        try {
            Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("currency", "Found " + code + ", expected an ISO 4217 code such as EUR.");
        }
    }

    private static void requireDatev(ExportRequest request, Collection<ChartEntry> chart) {
        if (request.first().getYear() != request.last().getYear()) {
            throw DomainException.invalid(
                    "last", "DATEV takes the months of one fiscal year; export each year by itself.");
        }
        if (request.consultant() == null || !request.consultant().matches("[1-9][0-9]{3,6}")) {
            throw DomainException.invalid(
                    "consultant", "DATEV needs the consultant's number (Beraternummer), 1001 to 9999999.");
        }
        if (request.client() == null || !request.client().matches("[1-9][0-9]{0,4}")) {
            throw DomainException.invalid("client", "DATEV needs the client's number (Mandantennummer), 1 to 99999.");
        }
        int length = chart.iterator().next().number().length();
        for (ChartEntry entry : chart) {
            if (!entry.number().matches("[0-9]{4,8}") || entry.number().length() != length) {
                throw DomainException.invalid(
                        "format",
                        "DATEV's accounts have 4 to 8 digits and all the same number of them; found " + entry.number()
                                + " for " + entry.account().wire() + ". Correct the chart of accounts.");
            }
        }
    }
}
