/**
 * JSON in and out. Reading is strict: an attribute nobody knows is an error that names it, because ignoring it would
 * leave the sender believing that it was stored. Sizes, depths and numbers are bounded before anything is bound to a
 * class.
 *
 * <p>Bodies are read and written by providers of ours rather than the server's Jackson provider: they keep the bytes
 * for the idempotency check and word the errors for a person.
 */
package net.dotmac.rest.json;
