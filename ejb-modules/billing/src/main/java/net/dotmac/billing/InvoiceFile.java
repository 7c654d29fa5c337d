package net.dotmac.billing;

/**
 * A file of a document.
 *
 * @param name file name, e.g. {@code INV-00000001.pdf}
 * @param mediaType e.g. {@code application/pdf}
 * @param content the bytes; always the same for the same document and kind
 * @param sha256 of the bytes, hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // bytes to stream out, never compared
public record InvoiceFile(String name, String mediaType, byte[] content, String sha256) {}
