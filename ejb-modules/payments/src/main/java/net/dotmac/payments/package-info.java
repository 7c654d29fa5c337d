/**
 * Payments and what they settle.
 *
 * <p>Decisions: a payment is recorded once, whoever tells it how often, by its processor's id or by the teller's idempotency
 * key; the later answer is the first one's. It settles what is due first; what is left over stays to the account's credit and
 * pays the next invoice. It is never changed or deleted, only reversed: then what it settled is open again.
 *
 * <p>What banks write is stored first, whole and once, and posted afterwards by the state of each movement. Only what quotes its
 * debt becomes a payment by itself; everything else is a person's decision, helped by suggestions that are made when they are
 * looked at, for what is open changes by the hour.
 *
 * <p>A direct debit collects one invoice by one mandate, so that a return opens just that invoice again. It pays when the bank books
 * the money, for until then it may be rejected; its payment bears its end-to-end id, by which returns find it. The file is
 * written from what the batch copied, with the platform's own XML writer: the classes generated from the schemas are many
 * thousands for the few elements that SEPA uses, and the schema itself proves the file in the tests.
 *
 * <p>What is paid back to a customer is a payout: a receivable in the ledger's books that is settled at once with the credit it
 * takes, so that the credit is gone for everybody else and, if the payment behind it bounces, what was paid out is owed without
 * anybody having to notice. Two persons are needed for it, by a check of the table. Its file is handed over when it is made,
 * for what is in it was approved one by one.
 *
 * <p>Cards are charged on the gateway's own pages, so that nothing of a card comes near us. An intent is kept before the gateway
 * hears of it, and its id is the key of every request: a lost answer is asked for again and finds what was opened before.
 * Reports only hasten what the watch would find out: each carries the whole state, is believed for its signature, and is taken
 * under the intent's lock, so neither their order nor their number matters.
 */
package net.dotmac.payments;
