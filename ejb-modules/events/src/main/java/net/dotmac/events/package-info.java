/** Outbox, event log, relay to messaging and the kept positions of consumers. */
package net.dotmac.events;
