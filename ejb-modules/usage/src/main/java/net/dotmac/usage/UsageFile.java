package net.dotmac.usage;

/**
 * A file of usage records.
 *
 * @param name what it is called, 1 to 200 characters
 * @param source who measured what it tells, 1 to 100 characters
 * @param content CSV, at most 10 MB
 */
public record UsageFile(String name, String source, byte[] content) {}
