package net.dotmac.platform;

/** What the tenant's documents say of the seller; copied onto each when it is issued. */
public record Seller(
        String legalName,
        String street,
        String postcode,
        String city,
        String country,
        String vatId,
        String email,
        String phone,
        String bankAccount) {}
