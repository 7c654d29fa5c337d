package net.dotmac.prepaid;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * How an attempt to redeem a voucher ended.
 *
 * @param outcome whether it is redeemed, or why not
 * @param id of the redemption; null if there is none
 * @param serial the voucher's number in its batch, 0 if there is none
 * @param value what the account was credited with; null if nothing
 */
public record Redemption(Outcome outcome, UUID id, UUID batchId, int serial, Money value, LocalDate day) {

    /** How it ended. */
    public enum Outcome {
        /** The account has the value to its credit; told again for the same account, this is the answer again. */
        REDEEMED,
        /** No voucher that is sold has this code. */
        UNKNOWN,
        /** Another account was faster. */
        USED,
        EXPIRED,
        STOPPED,
        WRONG_CURRENCY,
        /** Too many wrong codes; nothing was looked up. */
        LOCKED
    }

    static Redemption refused(Outcome outcome) {
        return new Redemption(outcome, null, null, 0, null, null);
    }

    public boolean isRedeemed() {
        return outcome == Outcome.REDEEMED;
    }
}
