/**
 * Prepaid: money that is held for customers and is no revenue yet.
 *
 * <p>Decisions: what is held lies in the ledger, each kind under a control account of its own; this domain says what it is held
 * for and who may have it back. A security deposit is no supply: it is asked for by no invoice, bears no VAT, and comes
 * in by payments, so that the bank account has one way in. What is given back opens the credit of the payments that
 * brought it; a bill that it is set off against is settled as by any credit, and a payment whose money is held can't be
 * taken back before the money is free again.
 */
package net.dotmac.prepaid;
