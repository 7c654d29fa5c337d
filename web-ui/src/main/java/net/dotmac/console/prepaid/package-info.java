/**
 * Pages about money that is held for customers: deposits and what became of them, and vouchers.
 */
package net.dotmac.console.prepaid;
