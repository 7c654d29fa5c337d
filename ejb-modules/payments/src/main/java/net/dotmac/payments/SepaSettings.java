package net.dotmac.payments;

/**
 * As whom a tenant collects by SEPA direct debit.
 *
 * @param creditorId the creditor identifier, e.g. {@code DE98ZZZ09999999999}
 * @param creditorName 1 to 70 characters, as payers know the creditor
 * @param town 1 to 35 characters
 * @param country ISO 3166-1 alpha-2
 * @param iban where the money goes
 * @param bic of that bank, or null
 * @param noticeDays how many days before a collection it is announced, 1 to 60; 14 unless the contracts agree on fewer
 * @param needsApproval whether somebody other than its creator approves a batch
 */
public record SepaSettings(
        String creditorId,
        String creditorName,
        String town,
        String country,
        String iban,
        String bic,
        int noticeDays,
        boolean needsApproval) {}
