package net.dotmac.ledger;

/**
 * Where the day of a booking comes from, which decides what becomes of it in a closed month.
 *
 * <p>The rule: a day that came with a fact (a run's document, a line of a bank's file, a processor's message) is
 * forwarded to the first open day, for nobody at the desk chose it and the fact has to be booked. A day that a person
 * chose is refused, so that he can choose again, unless the tenant's {@link ChosenDays} says otherwise.
 */
public enum DayChoice {
    /** It came with what is booked. */
    GIVEN,
    /** A person named it. */
    CHOSEN
}
