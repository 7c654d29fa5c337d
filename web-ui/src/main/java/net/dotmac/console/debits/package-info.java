/**
 * Pages about SEPA direct debits: mandates, batches and what became of each debit. Accounts of payers are shown masked;
 * who asks for one whole is told that it is kept.
 */
package net.dotmac.console.debits;
