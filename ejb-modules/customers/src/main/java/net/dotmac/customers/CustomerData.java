package net.dotmac.customers;

/**
 * What is stated about a customer when he is created or changed.
 *
 * @param number the number people quote, or null to be given the next one
 * @param name full or company name, 1 to 200 characters
 * @param email where documents go, or null
 * @param phone as people write it, or null
 * @param address null if not known yet; billing needs one
 * @param vatId VAT identification, or null
 * @param language BCP 47 tag, or null for the tenant's language
 * @param partyId id of the engaged party (TMF632) as the partner knows it, or null
 */
public record CustomerData(
        String number,
        String name,
        CustomerKind kind,
        String email,
        String phone,
        PostalAddress address,
        String vatId,
        String language,
        String partyId) {

    /** Characters of a number. */
    static final int LONGEST_NUMBER = 40;
}
