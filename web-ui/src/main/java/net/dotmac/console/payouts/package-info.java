/**
 * Pages about money that goes back to customers: what was asked for, what waits for a second person, the files for the bank and
 * what came of them. Receivers' accounts are shown masked.
 */
package net.dotmac.console.payouts;
