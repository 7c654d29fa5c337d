package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.kernel.Money;

/**
 * Parts an amount with its tax among the categories and rates of what it is part of, in proportion to what is left of each. Parts
 * of one whole give exactly its net and tax in the end.
 */
public final class WriteOffCalculator {

    private final Map<String, Whole> wholes = new LinkedHashMap<>();

    /** What there was of a category and rate, positive minor units. */
    public void add(String category, BigDecimal percent, long net, long tax) {
        of(category, percent).add(net, tax);
    }

    /** What of it is gone already: credited, given up, or come back, positive minor units. */
    public void take(String category, BigDecimal percent, long net, long tax) {
        of(category, percent).take(net, tax);
    }

    private Whole of(String category, BigDecimal percent) {
        return wholes.computeIfAbsent(TaxKey.of(category, percent), key -> new Whole(category, percent));
    }

    /** @param amount gross, no more than is left */
    public List<Part> parts(Money amount) {
        List<Whole> list = List.copyOf(wholes.values());
        List<CreditableLine> lines = new ArrayList<>();
        for (Whole whole : list) {
            lines.add(new CreditableLine(lines.size(), whole.net, whole.tax, whole.goneNet, whole.goneTax));
        }
        List<Part> parts = new ArrayList<>();
        for (LineCredit credit : CreditPolicy.amount(lines, amount)) {
            Whole whole = list.get(credit.lineNo());
            parts.add(new Part(whole.category, whole.percent, credit.net(), credit.tax()));
        }
        return parts;
    }

    /**
     * @param category of the tax
     * @param percent all its rates together
     * @param net minor units
     * @param tax minor units
     */
    public record Part(String category, BigDecimal percent, long net, long tax) {}

    private static final class Whole {

        private final String category;
        private final BigDecimal percent;
        private long net;
        private long tax;
        private long goneNet;
        private long goneTax;

        private Whole(String category, BigDecimal percent) {
            this.category = category;
            this.percent = percent;
        }

        private void add(long moreNet, long moreTax) {
            net = Math.addExact(net, moreNet);
            tax = Math.addExact(tax, moreTax);
        }

        private void take(long moreNet, long moreTax) {
            goneNet = Math.addExact(goneNet, moreNet);
            goneTax = Math.addExact(goneTax, moreTax);
        }
    }
}
