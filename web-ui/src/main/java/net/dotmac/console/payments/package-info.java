/**
 * Pages about money that comes in by the bank: statements, what they became, and the work list of what they could not
 * become.
 */
package net.dotmac.console.payments;
