/** The double-entry journal. */
package net.dotmac.ledger;
