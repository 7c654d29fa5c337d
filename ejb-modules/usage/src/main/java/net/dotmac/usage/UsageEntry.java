package net.dotmac.usage;

/**
 * A record as it was delivered.
 *
 * @param position its place in the delivery, from 1; the line of a file
 * @param record what could be read; null if nothing could
 * @param fault why it could not be read, or null
 */
public record UsageEntry(int position, UsageRecord record, String fault) {}
