/** Payments and what they settle. */
package net.dotmac.payments;
