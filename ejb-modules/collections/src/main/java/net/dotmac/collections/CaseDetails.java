package net.dotmac.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A case as others see it. Amounts are in minor units and as of the last look.
 *
 * @param customerClass household, business or publicBody
 * @param state open or closed
 * @param step the step taken last, 0 for none
 * @param overdueMinor all that is overdue
 * @param dunnedMinor what of it is neither disputed nor arranged
 * @param inFlightMinor what of that is being collected by direct debit
 * @param oldestDueOn when the oldest debt that is dunned was due, or null
 * @param nextStep the step to come, 0 if there is none, or null while something shields
 * @param nextOn day of the next step, or of the next look while something shields; null if nobody knows
 * @param shield pause, promise, arrangement, dispute or debit, or null
 * @param shieldUntil first day on which the shield is over by itself, or null
 * @param pausedUntil last day of a pause, or null
 * @param access free, throttled, suspended, or granted until {@code grantedUntil}
 * @param forTermination whether somebody has to decide on the end of the products
 * @param problem what kept the last look from being finished, or null
 */
public record CaseDetails(
        UUID id,
        UUID billingAccountId,
        UUID customerId,
        String customerClass,
        String currency,
        String state,
        int step,
        LocalDate steppedOn,
        LocalDate openedOn,
        LocalDate closedOn,
        long overdueMinor,
        long dunnedMinor,
        long inFlightMinor,
        LocalDate oldestDueOn,
        Integer nextStep,
        LocalDate nextOn,
        String shield,
        LocalDate shieldUntil,
        LocalDate pausedUntil,
        String pauseReason,
        String access,
        Instant grantedUntil,
        boolean forTermination,
        String problem) {

    public boolean isOpen() {
        return state.equals("open");
    }
}
