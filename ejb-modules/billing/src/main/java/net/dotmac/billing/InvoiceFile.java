package net.dotmac.billing;

/**
 * The PDF of a document.
 *
 * @param name file name, e.g. {@code INV-00000001.pdf}
 * @param content the bytes; always the same for the same document
 * @param sha256 of the bytes, hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // bytes to stream out, never compared
public record InvoiceFile(String name, byte[] content, String sha256) {}
