/**
 * The double-entry journal, what is open, and what settled what.
 *
 * <p>Decisions: every journal row has a debit account, a credit account and one amount, so the journal can't be out of
 * balance, and its rows are never changed (runtime has no right to). An invoice is debited to receivables; payments and
 * credit notes first become the account's credit, and an allocation moves credit to receivables. So overpaying, paying in
 * parts and taking a payment back are the same few rows, and each control account equals the sum of its open items, today
 * and, by the dates of the allocations, on any past day. There is no row with a running total that all bookings would queue
 * for.
 */
package net.dotmac.ledger;
