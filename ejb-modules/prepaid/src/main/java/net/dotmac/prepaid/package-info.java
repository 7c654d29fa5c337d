/**
 * Prepaid: money that is held for customers and is no revenue yet.
 *
 * <p>Decisions: what is held lies in the ledger, each kind under a control account of its own; this domain says what it is held
 * for and who may have it back. A security deposit is no supply: it is asked for by no invoice, bears no VAT, and comes
 * in by payments, so that the bank account has one way in. What is given back opens the credit of the payments that
 * brought it; a bill that it is set off against is settled as by any credit, and a payment whose money is held can't be
 * taken back before the money is free again.
 *
 * <p>Vouchers are multi-purpose (Directive (EU) 2016/1065): what they will pay for, and at which rate, is not known when they are
 * sold, so the sale bears no VAT and is a liability, and the bill that a voucher pays bears it. Codes are told once and kept
 * as hashes under a key of the tenant; refusals of a code are values, so that the count of wrong ones is kept.
 */
package net.dotmac.prepaid;
