package net.dotmac.networking.domain;

import java.time.Instant;

/**
 * When and how a device was last polled.
 *
 * @param lastPolledAt null if never
 * @param lastFailure null if it answered
 * @param uptimeHundredths sysUpTime then; null if unknown
 */
public record PollState(Instant lastPolledAt, String lastFailure, Long uptimeHundredths, int interfaceCount) {

    public static final PollState NEVER = new PollState(null, null, null, 0);
}
