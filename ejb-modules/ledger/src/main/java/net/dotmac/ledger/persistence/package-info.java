/** The rows of the journal, of open items and allocations, written in sets. */
package net.dotmac.ledger.persistence;
