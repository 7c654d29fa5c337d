package net.dotmac.networking;

import java.time.Instant;
import java.util.UUID;

/** What somebody wrote to an alarm. */
public record AlarmComment(UUID id, Instant at, String author, String comment) {}
