package net.dotmac.prepaid;

import java.time.LocalDate;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * Vouchers to be made.
 *
 * @param name 1 to 100 characters
 * @param value of each, above zero
 * @param quantity 1 to 100,000
 * @param expiresOn the last day on which they can be redeemed, in the tenant's zone; today to ten years ahead
 */
public record VoucherBatchData(String name, Money value, int quantity, LocalDate expiresOn) {

    private static final int AT_MOST = 100_000;
    private static final long WORTH_AT_MOST = 1_000_000_000_000L;
    private static final int YEARS_AT_MOST = 10;

    /** @throws DomainException {@code invalid-value} naming the attribute */
    VoucherBatchData checked(LocalDate today) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw DomainException.invalid("name", "A batch needs a name of 1 to 100 characters.");
        }
        if (quantity < 1 || quantity > AT_MOST) {
            throw DomainException.invalid("quantity", "Found " + quantity + ", expected 1 to " + AT_MOST + ".");
        }
        if (value == null || !value.isPositive() || value.minor() > WORTH_AT_MOST / quantity) {
            throw DomainException.invalid(
                    "value", "Found " + value + ", expected an amount above zero that the whole batch can be worth.");
        }
        if (expiresOn == null || expiresOn.isBefore(today) || expiresOn.isAfter(today.plusYears(YEARS_AT_MOST))) {
            throw DomainException.invalid(
                    "expiresOn",
                    "Found " + expiresOn + ", expected a day from " + today + " to " + today.plusYears(YEARS_AT_MOST)
                            + ".");
        }
        return new VoucherBatchData(name.strip(), value, quantity, expiresOn);
    }
}
