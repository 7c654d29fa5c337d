package net.dotmac.catalog;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A price as it is sold: copied onto the product when it is ordered, so that a later change of the catalogue rewrites nothing.
 *
 * @param offeringPriceId the catalogue's price it was copied from
 * @param name what the invoice line says
 * @param type when it is charged
 * @param period how often, for recurring prices; of a penalty the periods of the commitment it is counted by, or null if it
 *     is one sum; null for the others, which follow the account's cycle or fall due once
 * @param unitPrice price of one unit for one whole period, up to 8 decimals; 0 for usage, whose prices are in the tariff
 * @param currency ISO 4217
 * @param taxIncluded whether the price has the tax inside
 * @param taxCategory name of the tax category, e.g. {@code standard}; null is an error that billing reports
 * @param tariff for usage prices; null for the others
 */
public record PriceTerms(
        UUID offeringPriceId,
        String name,
        PriceType type,
        ChargePeriod period,
        BigDecimal unitPrice,
        String currency,
        boolean taxIncluded,
        String taxCategory,
        UsageTariff tariff) {

    /** The same at another price. */
    public PriceTerms at(BigDecimal otherPrice) {
        return new PriceTerms(
                offeringPriceId, name, type, period, otherPrice, currency, taxIncluded, taxCategory, tariff);
    }

    /** The same, charged once. */
    public PriceTerms once() {
        return new PriceTerms(
                offeringPriceId, name, PriceType.ONE_TIME, null, unitPrice, currency, taxIncluded, taxCategory, null);
    }
}
