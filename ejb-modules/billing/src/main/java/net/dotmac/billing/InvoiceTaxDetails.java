package net.dotmac.billing;

import java.math.BigDecimal;

/**
 * The tax of a document at one rate.
 *
 * @param jurisdiction who levies it, empty where there is only one
 * @param percent 20 means 20 %
 * @param netMinor what the rate applies to, minor units
 * @param taxMinor minor units
 */
public record InvoiceTaxDetails(
        String category, String jurisdiction, BigDecimal percent, long netMinor, long taxMinor) {}
