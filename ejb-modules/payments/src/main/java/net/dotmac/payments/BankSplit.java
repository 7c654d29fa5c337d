package net.dotmac.payments;

import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * How a movement is divided among accounts.
 *
 * @param parts 2 to 100; their sum is the movement's amount
 */
public record BankSplit(List<Part> parts) {

    private static final int MOST = 100;

    public BankSplit {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /**
     * One account's part.
     *
     * @param amountMinor minor units, above 0
     * @param invoiceId to be settled first, or null
     */
    public record Part(UUID billingAccountId, UUID invoiceId, long amountMinor) {}

    /** @throws DomainException {@code invalid-value} unless the parts are right and come to the amount */
    void check(Money amount) {
        if (parts.isEmpty() || parts.size() > MOST) {
            throw DomainException.invalid("parts", "Found " + parts.size() + " parts, expected 1 to " + MOST + ".");
        }
        long sum = 0;
        for (Part part : parts) {
            if (part.amountMinor() <= 0) {
                throw DomainException.invalid(
                        "parts",
                        "Found a part of " + new Money(part.amountMinor(), amount.currency())
                                + ", expected amounts above zero.");
            }
            sum = Math.addExact(sum, part.amountMinor());
        }
        if (sum != amount.minor()) {
            throw DomainException.invalid(
                    "parts",
                    "The parts come to " + new Money(sum, amount.currency()) + ", and " + amount + " came in.");
        }
    }
}
