package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.domain.TaxCalculator.Taxable;
import net.dotmac.billing.domain.TaxCalculator.Taxed;
import net.dotmac.kernel.DomainException;

/** The tax of what a debit note asks for. */
public final class DebitNoteCalculator {

    /** What lines outside VAT have where others have their tax category. */
    public static final String OUTSIDE = "outside";

    private static final List<TaxRate> NO_RATE = List.of(new TaxRate("", BigDecimal.ZERO));

    private DebitNoteCalculator() {}

    /**
     * Adds the tax of a day to what is asked for, in the order given.
     *
     * @throws DomainException {@code invalid-value} if a category has no rate on that day
     */
    public static Taxed taxed(List<Asked> asked, TaxRates rates, LocalDate day, TaxTreatment treatment) {
        return TaxCalculator.calculate(asked.stream()
                .map(line -> new Taxable(
                        line.category(),
                        ratesOf(line, rates, day),
                        line.taxIncluded(),
                        treatment != TaxTreatment.STANDARD,
                        line.amount()))
                .toList());
    }

    private static List<TaxRate> ratesOf(Asked line, TaxRates rates, LocalDate day) {
        if (line.kind().isOutsideVat()) {
            return NO_RATE;
        }
        return rates.on(line.category(), day)
                .orElseThrow(() -> DomainException.invalid(
                        "taxCategory",
                        "The tax category " + line.category() + " has no rate on " + day
                                + ". Add the rate or name another category."));
    }

    /**
     * A line before tax.
     *
     * @param kind of a debit note's line
     * @param amount minor units, without tax or with it if {@code taxIncluded}
     * @param category {@link #OUTSIDE} where the kind is outside VAT
     */
    public record Asked(LineKind kind, String description, long amount, String category, boolean taxIncluded) {

        public Asked {
            category = kind.isOutsideVat() ? OUTSIDE : category;
        }
    }
}
