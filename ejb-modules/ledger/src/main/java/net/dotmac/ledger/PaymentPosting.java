package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * Money that came in, to be booked and used at once.
 *
 * @param paymentId the payment
 * @param billingAccountId whose it is
 * @param amount more than 0
 * @param bookedOn day of the money
 * @param first the receivable to settle before all others, or null
 */
public record PaymentPosting(UUID paymentId, UUID billingAccountId, Money amount, LocalDate bookedOn, UUID first) {

    /** The same, booked on another day. */
    PaymentPosting bookedOn(LocalDate day) {
        return new PaymentPosting(paymentId, billingAccountId, amount, day, first);
    }
}
