/** Rows of payments. */
package net.dotmac.payments.persistence;
