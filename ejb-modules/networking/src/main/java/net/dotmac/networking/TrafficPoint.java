package net.dotmac.networking;

import java.time.Instant;

/**
 * Mean rates of one step of a traffic series; null where nothing is known.
 *
 * @param at start of the step
 * @param inBps received, bits per second
 * @param outBps sent, bits per second
 * @param maxInBps the highest sample of the step
 * @param maxOutBps the highest sample of the step
 * @param errorsPerSecond received and sent in error
 */
public record TrafficPoint(Instant at, Long inBps, Long outBps, Long maxInBps, Long maxOutBps, Long errorsPerSecond) {}
