package net.dotmac.networking.domain;

/** A device as it was claimed, and what came of asking it. */
public record PollOutcome(PollTask task, PolledDevice polled) {}
