package net.dotmac.imports;

/**
 * A file as somebody sends it.
 *
 * @param kind what it holds, one of {@link ImportService#kinds()}
 * @param name by which people know it again, 1 to 200 characters
 * @param encoding {@code UTF-8} or {@code windows-1252}; null for UTF-8
 * @param content a CSV file, or a zip archive of just one, at most {@link ImportService#MOST_BYTES} bytes
 */
public record ImportFile(String kind, String name, String encoding, byte[] content) {}
