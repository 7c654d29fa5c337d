package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dotmac.billing.BillingProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * How much of an invoice may still be credited, line by line: never more than is left of it. A line credited in several
 * parts gives back exactly its net and its tax in the end, because each part's tax is the difference of two sums.
 */
public final class CreditPolicy {

    private CreditPolicy() {}

    /** What is left of all lines, gross minor units. */
    public static long left(List<CreditableLine> lines) {
        return lines.stream().mapToLong(CreditableLine::leftGross).reduce(0, Math::addExact);
    }

    /** Everything that is left of all lines. @throws DomainException {@code credit-exceeds-invoice} if nothing is */
    public static List<LineCredit> whole(List<CreditableLine> lines) {
        List<LineCredit> credits = lines.stream()
                .filter(line -> line.leftNet() != 0 || line.leftTax() != 0)
                .map(line -> new LineCredit(line.lineNo(), line.leftNet(), line.leftTax()))
                .toList();
        if (credits.isEmpty()) {
            throw new DomainException(
                    BillingProblem.CREDIT_EXCEEDS_INVOICE, "Everything asked for has been credited already.");
        }
        return credits;
    }

    /** Everything that is left of some lines. @throws DomainException for a line of another invoice, or if nothing is left */
    public static List<LineCredit> lines(List<CreditableLine> lines, Set<Integer> chosen) {
        List<CreditableLine> found =
                lines.stream().filter(line -> chosen.contains(line.lineNo())).toList();
        if (found.size() != chosen.size()) {
            throw DomainException.invalid("lines", "Not every line belongs to this invoice.");
        }
        return whole(found);
    }

    /**
     * A gross amount, spread over the lines in proportion to what is left of each.
     *
     * @param gross more than zero
     * @throws DomainException {@code credit-exceeds-invoice} if less is left
     */
    public static List<LineCredit> amount(List<CreditableLine> lines, Money gross) {
        if (!gross.isPositive()) {
            throw DomainException.invalid("amount", "Found " + gross + ", expected an amount above zero.");
        }
        long left = left(lines);
        if (gross.minor() > left) {
            throw new DomainException(
                    BillingProblem.CREDIT_EXCEEDS_INVOICE,
                    "Asked to credit " + gross + ", and only " + new Money(Math.max(0, left), gross.currency())
                            + " of this invoice is left to credit.");
        }
        List<CreditableLine> positive =
                lines.stream().filter(line -> line.leftGross() > 0).toList();
        long[] parts = LargestRemainder.spread(
                gross.minor(), positive.stream().map(CreditableLine::leftGross).toList());
        List<LineCredit> credits = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != 0) {
                credits.add(positive.get(i).credit(parts[i]));
            }
        }
        return credits;
    }

    /**
     * An invoice line and what was credited of it, all minor units and positive where the line charges.
     *
     * @param net the line's net
     * @param tax its part of the invoice's tax
     * @param creditedNet the net of the credit notes so far
     * @param creditedTax their tax
     */
    public record CreditableLine(int lineNo, long net, long tax, long creditedNet, long creditedTax) {

        long leftNet() {
            return net - creditedNet;
        }

        long leftTax() {
            return tax - creditedTax;
        }

        long leftGross() {
            return Math.addExact(leftNet(), leftTax());
        }

        private LineCredit credit(long part) {
            long gross = Math.addExact(net, tax);
            long after = creditedNet + creditedTax + part;
            long taxAfter = Amounts.toWhole(BigDecimal.valueOf(tax)
                    .multiply(BigDecimal.valueOf(after))
                    .divide(BigDecimal.valueOf(gross), ProrationCalculator.PRECISE));
            long taxPart = taxAfter - creditedTax;
            return new LineCredit(lineNo, part - taxPart, taxPart);
        }
    }

    /** What to credit of a line, minor units, positive where the line charged. */
    public record LineCredit(int lineNo, long net, long tax) {}
}
