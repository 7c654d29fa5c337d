package net.dotmac.billing.domain;

import java.math.BigDecimal;

/**
 * One rate that applies to a category, of one jurisdiction.
 *
 * @param jurisdiction who levies it, empty where there is only one
 * @param percent 20 means 20 %, 0 or more
 */
public record TaxRate(String jurisdiction, BigDecimal percent) {}
