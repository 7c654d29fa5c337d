/**
 * Billing accounts, runs, charges, tax, invoices, credit notes, their documents and the mailing of these.
 *
 * <p>A mail is a row of the database until the mail server has taken it: queued by {@link net.dotmac.billing.InvoiceMailConsumer}
 * with the consumer's position, sent by {@link net.dotmac.billing.InvoiceMailRound} outside any transaction. It goes out at
 * least once, always under the same message id.
 */
package net.dotmac.billing;
