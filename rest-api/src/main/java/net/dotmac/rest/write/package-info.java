/**
 * What a request is while it is served, and how a writing request has one effect.
 *
 * <p>A resource method marked {@link net.dotmac.rest.write.WriteOnce} runs in one transaction that begins before it
 * and ends after its answer is known; the services join it. If the request carries an {@code Idempotency-Key}, the
 * first statement of that transaction inserts the key and the last stores the answer, so the effect and the
 * remembered answer are committed together or not at all: no crash leaves one without the other. A duplicate that
 * arrives meanwhile waits at the key's row, then gets the stored answer, or executes itself if the first was rolled
 * back. Refused requests leave no trace and may be repeated with the same key.
 */
package net.dotmac.rest.write;
