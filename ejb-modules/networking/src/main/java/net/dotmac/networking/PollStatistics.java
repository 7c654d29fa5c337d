package net.dotmac.networking;

import java.time.Instant;

/**
 * What this node's poller has done since it started.
 *
 * @param polls devices asked
 * @param failures devices that did not answer
 * @param samples interface samples written
 * @param counters counter values read
 * @param outstanding devices being asked now
 * @param lastTurnAt when it last looked for due devices without an error; the node's start if never
 */
public record PollStatistics(
        long polls, long failures, long samples, long counters, int outstanding, Instant lastTurnAt) {}
