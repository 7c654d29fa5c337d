package net.dotmac.payments;

/**
 * Who pays by a mandate, and from which account.
 *
 * @param name 1 to 70 characters
 * @param street with the number, unless {@code building} tells it; or null
 * @param building number of the house, or null
 * @param postcode or null
 * @param town 1 to 35 characters
 * @param country ISO 3166-1 alpha-2
 * @param iban the account
 * @param bic of its bank, or null
 */
public record Debtor(
        String name,
        String street,
        String building,
        String postcode,
        String town,
        String country,
        String iban,
        String bic) {

    /** Leaves the account out: texts with this go to logs. */
    @Override
    public String toString() {
        return "Debtor[" + name + ", " + town + ", " + country + "]";
    }
}
