/**
 * Facts on their way from one domain to others: outbox, log, relay, consumers.
 *
 * <p>A fact is written to the outbox in its own transaction. The relay moves committed rows to the log, giving each its
 * position, and sends the position to a JMS topic. JMS only hurries consumers along: each keeps its position per tenant in the
 * same transaction as its effects and reads on from there, so effects in the database happen once whatever is lost or repeated.
 */
package net.dotmac.events;
