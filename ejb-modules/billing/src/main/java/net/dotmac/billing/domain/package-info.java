/**
 * How an amount on an invoice comes about: pure calculators without injection and without I/O, each to be followed with a
 * finger on a printed invoice.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Cycles.</b> An account has a cycle day (1 to 31); in a shorter month the cycle falls on its last day. Every cycle
 *       that was missed gets a document of its own, in order, so catching up yields the same nets as billing month by month.
 *   <li><b>In advance.</b> At cycle date C recurring items are charged up to the next cycle date, and everything before C
 *       that was not charged yet, by days of the period it lies in. Monthly items follow the account's cycle; others are
 *       anchored at their own start and charged whole when their period starts before the next cycle date.
 *   <li><b>In arrears.</b> Usage of the cycle that ends at C. The allowance of a shortened first or last cycle is granted in
 *       full: customers understand it, and a prorated allowance is the commonest cause of disputes.
 *   <li><b>Late usage</b> is what a billed period measured less what is on its lines: found by sums, so nothing is marked, missed
 *       or charged twice. Its line costs what it adds to the sum it comes on top of, or what rating its period anew changes.
 *   <li><b>Carried allowances</b> are kept beside how far the item is charged, and move with it.
 *   <li><b>An early end</b> gives back what was charged beyond it as a negative line of the next document. A document whose
 *       total is negative is issued as a credit note.
 *   <li><b>Credit notes carry negative amounts</b>, so that sums over documents are sums of turnover.
 *   <li><b>Discounts</b> come before tax, one after the other, for the share of days in which they hold, never below zero.
 *   <li><b>Tax</b> is computed once per document and rate, at the rate in force when the service period starts (usage: on its
 *       last day), and then spread over the lines by largest remainder. So the rate does not depend on when a run happens.
 *   <li><b>A charge</b> is identified by item, kind, start of the service period, change sequence and the charge it
 *       replaces; the database refuses a second one.
 *   <li><b>E-invoices</b> say the document again in the terms of EN 16931 ({@code EInvoice}), with its nets as they are; prices
 *       follow from them. What can't be said is refused. Where the seller is reached is read when the file is made, for it is
 *       no part of the document; what the buyer asked to be named is copied at the issue.
 *   <li><b>Numbers</b> with a year are counted by the document's date; a document names its count, so that changing a pattern
 *       leaves every count complete.
 * </ul>
 */
package net.dotmac.billing.domain;
