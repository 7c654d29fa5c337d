/**
 * The double-entry journal, what is open, and what settled what.
 *
 * <p>Decisions: every journal row has a debit account, a credit account and one amount, so the journal can't be out of
 * balance, and its rows are never changed (runtime has no right to). An invoice is debited to receivables; payments and
 * credit notes first become the account's credit, and an allocation moves credit to receivables. So overpaying, paying in
 * parts and taking a payment back are the same few rows, and each control account equals the sum of its open items, today
 * and, by the dates of the allocations, on any past day. There is no row with a running total that all bookings would queue
 * for.
 *
 * <p>Months are closed in turn. A booking asks once for each call from which day on the books are open, and holds an
 * advisory lock of the tenant shared until it commits; whoever closes holds it alone. So nothing lands in a month
 * that is being closed, a billing run pays one statement a slice, and no row is written for it.
 *
 * <p>Documents are booked as revenue whole. At a month's end one row for each currency and tax key moves what is
 * unserved to deferred revenue: the difference between what billing's lines say and what stands there. A schedule for
 * each document would have cost a run a row or more for each invoice, and could have come apart from the lines; a
 * difference can't, and repeats move nothing. What is served of a line by a day is its net by days, rounded; months
 * are differences of that, so they add up to the line without a remainder to spread.
 *
 * <p>Exports are made of closed months only and are not kept: what they were made of is, and with that they are
 * written again to the byte.
 */
package net.dotmac.ledger;
