package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * What follows from a debit that failed, by the reason the bank gave (ISO 20022's external codes). Money may be there
 * next time, so AM04 and its like are tried again, once. A payer who has died or says that he never signed ends the
 * mandate. Everything else suspends it: an account that is closed or wrong, an objection, a reason nobody told; a person
 * looks at it.
 */
public final class FailurePolicy {

    /** How many times one invoice may be collected by one mandate. */
    public static final int ATTEMPTS = 2;

    private static final Set<String> TRANSIENT = Set.of("AM04", "MS03", "ED05");
    private static final Set<String> FATAL = Set.of("MD01", "MD07");

    private FailurePolicy() {}

    /** What becomes of the mandate. */
    public enum Consequence {
        NONE,
        SUSPEND,
        CANCEL
    }

    /** @param code may be null */
    public static boolean mayTryAgain(String code) {
        return code != null && TRANSIENT.contains(code);
    }

    public static Consequence of(String code) {
        if (mayTryAgain(code)) {
            return Consequence.NONE;
        }
        return code != null && FATAL.contains(code) ? Consequence.CANCEL : Consequence.SUSPEND;
    }

    /** Until when the payer gets his money back without a reason: eight weeks in CORE, never in B2B. */
    public static LocalDate refundableUntil(String scheme, LocalDate collectedOn) {
        return scheme.equals("CORE") ? collectedOn.plusWeeks(8) : null;
    }

    /** Until when he may say that he never agreed: thirteen months in CORE, never in B2B. */
    public static LocalDate disputableUntil(String scheme, LocalDate collectedOn) {
        return scheme.equals("CORE") ? collectedOn.plusMonths(13) : null;
    }
}
