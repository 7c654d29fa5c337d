package net.dotmac.collections;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * When customers of a class are dunned, and how. Amounts are in the currency of the account that is dunned.
 *
 * @param customerClass household, business or publicBody, or {@link #DEFAULT} for all that have none of their own
 * @param graceDays days after the due date on which nothing counts as overdue, 0 to 90
 * @param minimum below this nobody is dunned, 0 or more
 * @param steps 1 to 20, their days ascending
 * @param lateFee what paying late costs, or null for nothing
 * @param reconnectFee what the end of a suspension costs, or null for nothing
 */
public record DunningPolicy(
        String customerClass,
        int graceDays,
        BigDecimal minimum,
        List<DunningStep> steps,
        LateFee lateFee,
        ReconnectFee reconnectFee) {

    public static final String DEFAULT = "default";

    private static final Set<String> CLASSES = Set.of(DEFAULT, "household", "business", "publicBody");
    private static final int STEPS_AT_MOST = 20;
    private static final int DAYS_AT_MOST = 730;
    private static final int GRACE_AT_MOST = 90;
    private static final BigDecimal AMOUNT_AT_MOST = new BigDecimal("1000000");

    public DunningPolicy {
        steps = List.copyOf(steps);
    }

    /**
     * The fee for paying late: a part of what is overdue, within bounds, outside VAT.
     *
     * @param percent 5 means 5 %
     */
    public record LateFee(BigDecimal percent, BigDecimal minimum, BigDecimal maximum) {}

    /**
     * The fee for being connected again.
     *
     * @param taxCategory of the fee, as prices name theirs
     * @param taxIncluded whether the amount includes the tax
     */
    public record ReconnectFee(BigDecimal amount, String taxCategory, boolean taxIncluded) {}

    /** A class's name as it is known here. @throws DomainException {@code invalid-value} */
    public static String checkedClass(String customerClass) {
        if (customerClass == null || !CLASSES.contains(customerClass)) {
            throw DomainException.invalid(
                    "customerClass",
                    "Found " + customerClass + ", expected default, household, business or publicBody.");
        }
        return customerClass;
    }

    /** @throws DomainException {@code invalid-value} naming the attribute */
    public void check() {
        checkedClass(customerClass);
        if (graceDays < 0 || graceDays > GRACE_AT_MOST) {
            throw DomainException.invalid("graceDays", "Found " + graceDays + " days of grace, expected 0 to 90.");
        }
        requireAmount("minimum", minimum);
        requireSteps();
        if (lateFee != null) {
            requireAmount("lateFee.percent", lateFee.percent());
            requireAmount("lateFee.minimum", lateFee.minimum());
            requireAmount("lateFee.maximum", lateFee.maximum());
            if (lateFee.percent().compareTo(BigDecimal.valueOf(100)) > 0
                    || lateFee.minimum().compareTo(lateFee.maximum()) > 0) {
                throw DomainException.invalid(
                        "lateFee", "A late fee is at most 100 %, and its minimum not above its maximum.");
            }
        } else if (steps.stream().anyMatch(step -> step.does(DunningAction.LATE_FEE))) {
            throw DomainException.invalid(
                    "lateFee", "A step charges a late fee, and the policy does not say how much.");
        }
        if (reconnectFee != null) {
            requireAmount("reconnectFee.amount", reconnectFee.amount());
            String category = reconnectFee.taxCategory();
            if (reconnectFee.amount().signum() == 0
                    || category == null
                    || category.isBlank()
                    || category.length() > 40) {
                throw DomainException.invalid(
                        "reconnectFee", "A reconnect fee is above 0 and names its tax category, such as standard.");
            }
        }
    }

    private void requireSteps() {
        if (steps.isEmpty() || steps.size() > STEPS_AT_MOST) {
            throw DomainException.invalid("steps", "Found " + steps.size() + " steps, expected 1 to 20.");
        }
        int before = -1;
        for (DunningStep step : steps) {
            if (step.days() <= before || step.days() > DAYS_AT_MOST) {
                throw DomainException.invalid(
                        "steps", "The days of the steps have to ascend, from 0 to 730; found " + step.days() + ".");
            }
            if (step.actions().isEmpty()) {
                throw DomainException.invalid("steps", "The step after " + step.days() + " days does nothing.");
            }
            before = step.days();
        }
    }

    private static void requireAmount(String attribute, BigDecimal amount) {
        if (amount == null || amount.signum() < 0 || amount.compareTo(AMOUNT_AT_MOST) > 0 || amount.scale() > 8) {
            throw DomainException.invalid(attribute, "Expected an amount from 0 to 1,000,000 for " + attribute + ".");
        }
    }

    /** The minimum in a currency. */
    public Money minimum(String currency) {
        return Money.of(minimum, currency);
    }

    /** A step by its number, 1 or more. */
    public DunningStep step(int number) {
        return steps.get(number - 1);
    }
}
