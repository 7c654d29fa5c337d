package net.dotmac.usage;

/**
 * An accounting event as it was delivered.
 *
 * @param position its place in the delivery, from 1
 * @param event what could be read; null if nothing could
 * @param fault why it could not be read, or null
 */
public record RadiusEntry(int position, RadiusEvent event, String fault) {}
