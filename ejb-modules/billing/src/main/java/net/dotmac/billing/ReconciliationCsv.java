package net.dotmac.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dotmac.kernel.Money;

/** A run's reconciliation as CSV (RFC 4180, UTF-8 with the byte order mark that spreadsheets need). */
public final class ReconciliationCsv {

    private static final String END = "\r\n";

    /** What a spreadsheet would take for a formula; a negative amount is none (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r].*|^-(?![\\d.]+$).*", Pattern.DOTALL);

    private ReconciliationCsv() {}

    /** One table: part, what, currency, then counts and amounts with a point and the currency's decimals. */
    public static String of(RunReconciliation reconciliation) {
        BillingRunDetails run = reconciliation.run();
        StringBuilder csv = new StringBuilder("\uFEFF");
        row(
                csv,
                List.of(
                        "part",
                        "what",
                        "kind",
                        "currency",
                        "count",
                        "net",
                        "tax",
                        "gross",
                        "netBefore",
                        "difference",
                        "new",
                        "ended",
                        "priceChanged",
                        "other"));
        count(csv, "expected", run.accounts());
        count(csv, "billed", run.billed());
        count(csv, "nothingToBill", run.nothingToBill());
        count(csv, "blocked", run.blocked());
        count(csv, "changedMeanwhile", run.changed());
        count(csv, "unaccounted", reconciliation.unaccounted());
        reconciliation.sums().forEach(sum -> {
            total(csv, "counted", sum.counted());
            total(csv, "documents", sum.documents());
        });
        reconciliation
                .blockedByReason()
                .forEach(blocked -> row(
                        csv,
                        List.of(
                                "blocked",
                                blocked.reason(),
                                "",
                                text(blocked.currency()),
                                String.valueOf(blocked.accounts()),
                                "",
                                "",
                                "",
                                blocked.currency() == null ? "" : amount(blocked.netBefore(), blocked.currency()))));
        reconciliation.variance().forEach(each -> variance(csv, each));
        return csv.toString();
    }

    private static void count(StringBuilder csv, String what, int accounts) {
        row(csv, List.of("accounts", what, "", "", String.valueOf(accounts)));
    }

    private static void total(StringBuilder csv, String what, BillingRunDetails.Total total) {
        String currency = total.currency();
        row(
                csv,
                List.of(
                        "sums",
                        what,
                        "",
                        currency,
                        String.valueOf(total.documents()),
                        amount(total.netMinor(), currency),
                        amount(total.taxMinor(), currency),
                        amount(total.grossMinor(), currency)));
    }

    private static void variance(StringBuilder csv, RunReconciliation.Variance each) {
        String currency = each.currency();
        row(
                csv,
                List.of(
                        "variance",
                        each.product(),
                        each.kind(),
                        currency,
                        String.valueOf(each.documents()),
                        amount(each.net(), currency),
                        "",
                        "",
                        amount(each.netBefore(), currency),
                        amount(each.difference(), currency),
                        amount(each.newItems(), currency),
                        amount(each.ended(), currency),
                        amount(each.priceChanged(), currency),
                        amount(each.other(), currency)));
    }

    private static String amount(long minor, String currency) {
        return BigDecimal.valueOf(minor, Money.decimals(currency)).toPlainString();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static void row(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(ReconciliationCsv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
