/**
 * TMF678 Customer Bill Management v4: issued invoices and credit notes with their lines.
 *
 * <p>A bill's state follows from what is paid, so a PATCH of it succeeds only if it states what is so already; a
 * list leaves out {@code taxItem}, which the single bill has.
 */
package net.dotmac.rest.bill;
