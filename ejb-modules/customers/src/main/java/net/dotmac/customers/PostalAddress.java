package net.dotmac.customers;

/**
 * Where a customer lives or wants invoices sent.
 *
 * @param street street and house number
 * @param postcode as written in the country
 * @param city town
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, String postcode, String city, String country) {}
