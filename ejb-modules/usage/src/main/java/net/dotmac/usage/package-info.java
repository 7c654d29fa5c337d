/**
 * Usage records: collected once, kept raw, summed for billing.
 *
 * <p>A record never changes and never learns whether it was billed: a run charges the sum of a period less what its lines charged before,
 * so which records a line is for is told by its product, unit and period, and no row per record is written. What is refused is kept with
 * the reason, beside the delivery it came in. RADIUS accounting is kept as events, and what a session's events come to beyond what
 * became usage before becomes a record; a record's time is then that of the session's last event.
 */
package net.dotmac.usage;
