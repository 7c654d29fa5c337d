/** Billing accounts, runs, charges, tax, invoices, credit notes and their documents. */
package net.dotmac.billing;
