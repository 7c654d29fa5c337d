package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes tax once per document and rate, and spreads it over the lines so that the lines sum to the document.
 *
 * <p>Prices without tax: tax = sum of the nets × rate, rounded once. Prices with tax inside: net = sum of the amounts ÷
 * (1 + rate), rounded once; the tax is the rest, and no line changes what it asks the buyer to pay. Either way the lines get
 * their parts by largest remainder. The same lines always give the same parts, so a credit note of a line takes back exactly
 * what the invoice charged.
 */
public final class TaxCalculator {

    private static final List<TaxRate> NO_TAX = List.of(new TaxRate("", BigDecimal.ZERO));

    private final List<Taxable> lines;
    private final long[] nets;
    private final long[][] taxes;
    private final List<TaxTotal> totals = new ArrayList<>();

    private TaxCalculator(List<Taxable> lines) {
        this.lines = lines;
        this.nets = new long[lines.size()];
        this.taxes = new long[lines.size()][];
    }

    /** The lines with their net and tax, in the same order, and the totals per category and rate. */
    public static Taxed calculate(List<Taxable> lines) {
        TaxCalculator calculation = new TaxCalculator(lines);
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Taxable line = lines.get(i);
            groups.computeIfAbsent(new Group(line.category(), line.rates(), line.exempt()), key -> new ArrayList<>())
                    .add(i);
        }
        groups.forEach(calculation::group);
        return calculation.result();
    }

    private void group(Group group, List<Integer> members) {
        List<Integer> exclusive =
                members.stream().filter(i -> !lines.get(i).taxIncluded()).toList();
        List<Integer> inclusive =
                members.stream().filter(i -> lines.get(i).taxIncluded()).toList();
        if (!exclusive.isEmpty()) {
            addTax(group, exclusive);
        }
        if (!inclusive.isEmpty()) {
            takeTaxOut(group, inclusive);
        }
        List<TaxRate> charged = group.exempt ? NO_TAX : group.rates;
        long net = sum(members, nets);
        for (int k = 0; k < charged.size(); k++) {
            long tax = 0;
            for (int i : members) {
                tax = Math.addExact(tax, taxes[i][k]);
            }
            TaxRate rate = charged.get(k);
            totals.add(new TaxTotal(group.category, rate.jurisdiction(), rate.percent(), percent(charged), net, tax));
        }
    }

    private void addTax(Group group, List<Integer> members) {
        for (int i : members) {
            nets[i] = lines.get(i).amount();
            taxes[i] = new long[group.rates.size()];
        }
        if (group.exempt) {
            return;
        }
        BigDecimal net = BigDecimal.valueOf(sum(members, nets));
        for (int k = 0; k < group.rates.size(); k++) {
            BigDecimal percent = group.rates.get(k).percent();
            List<BigDecimal> exact = members.stream()
                    .map(i -> part(BigDecimal.valueOf(nets[i]), percent))
                    .toList();
            long[] parts = LargestRemainder.round(exact, Amounts.toWhole(part(net, percent)));
            for (int m = 0; m < parts.length; m++) {
                taxes[members.get(m)][k] = parts[m];
            }
        }
    }

    private void takeTaxOut(Group group, List<Integer> members) {
        BigDecimal divisor = BigDecimal.ONE.add(percent(group.rates).movePointLeft(2));
        long gross = 0;
        for (int i : members) {
            gross = Math.addExact(gross, lines.get(i).amount());
        }
        long net = Amounts.toWhole(BigDecimal.valueOf(gross).divide(divisor, ProrationCalculator.PRECISE));
        long[] parts =
                members.size() == 1 ? new long[] {net} : LargestRemainder.round(exactNets(members, divisor), net);
        for (int m = 0; m < parts.length; m++) {
            int i = members.get(m);
            nets[i] = parts[m];
            long tax = group.exempt ? 0 : lines.get(i).amount() - parts[m];
            taxes[i] = splitByRate(tax, group.rates);
        }
    }

    private List<BigDecimal> exactNets(List<Integer> members, BigDecimal divisor) {
        return members.stream()
                .map(i -> BigDecimal.valueOf(lines.get(i).amount()).divide(divisor, ProrationCalculator.PRECISE))
                .toList();
    }

    private static long[] splitByRate(long tax, List<TaxRate> rates) {
        if (rates.size() == 1) {
            return new long[] {tax};
        }
        BigDecimal sum = percent(rates);
        if (sum.signum() == 0) {
            return new long[rates.size()];
        }
        List<BigDecimal> exact = rates.stream()
                .map(rate -> BigDecimal.valueOf(tax).multiply(rate.percent()).divide(sum, ProrationCalculator.PRECISE))
                .toList();
        return LargestRemainder.round(exact, tax);
    }

    private Taxed result() {
        List<TaxedLine> taxed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Taxable line = lines.get(i);
            BigDecimal percent = line.exempt() ? BigDecimal.ZERO : percent(line.rates());
            long tax = 0;
            for (long part : taxes[i]) {
                tax = Math.addExact(tax, part);
            }
            List<Long> byRate = Arrays.stream(taxes[i]).boxed().toList();
            taxed.add(new TaxedLine(percent, nets[i], tax, byRate));
        }
        return new Taxed(taxed, totals);
    }

    private static long sum(List<Integer> members, long[] amounts) {
        long sum = 0;
        for (int i : members) {
            sum = Math.addExact(sum, amounts[i]);
        }
        return sum;
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).scaleByPowerOfTen(-2);
    }

    private static BigDecimal percent(List<TaxRate> rates) {
        if (rates.size() == 1) {
            return rates.get(0).percent();
        }
        return rates.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Group(String category, List<TaxRate> rates, boolean exempt) {}

    /**
     * A line to tax.
     *
     * @param category its tax category
     * @param rates the rates of the category that apply to it, at least one
     * @param taxIncluded whether the amount has the tax inside
     * @param exempt whether no tax is charged; tax inside the amount is then taken out
     * @param amount minor units, may be negative
     */
    public record Taxable(String category, List<TaxRate> rates, boolean taxIncluded, boolean exempt, long amount) {

        public Taxable {
            rates = List.copyOf(rates);
        }
    }

    /**
     * A line with its tax.
     *
     * @param percent all its rates together
     * @param net minor units without tax
     * @param tax its part of the document's tax, minor units
     * @param taxByRate the same per rate, in the order of the rates
     */
    public record TaxedLine(BigDecimal percent, long net, long tax, List<Long> taxByRate) {

        public TaxedLine {
            taxByRate = List.copyOf(taxByRate);
        }

        public long gross() {
            return Math.addExact(net, tax);
        }
    }

    /** The taxed lines in the order given, and one total per category and rate. */
    public record Taxed(List<TaxedLine> lines, List<TaxTotal> totals) {

        public Taxed {
            lines = List.copyOf(lines);
            totals = List.copyOf(totals);
        }
    }
}
