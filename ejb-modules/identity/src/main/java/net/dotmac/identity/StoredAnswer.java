package net.dotmac.identity;

/**
 * What a request with an idempotency key was answered.
 *
 * @param status HTTP status, 200 to 399
 * @param location the Location header, or null
 * @param etag the ETag header, or null
 * @param body the bytes of the body, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredAnswer(int status, String location, String etag, byte[] body) {}
