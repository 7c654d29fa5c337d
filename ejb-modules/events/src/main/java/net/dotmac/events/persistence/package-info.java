/** SQL of outbox, log and positions. */
package net.dotmac.events.persistence;
