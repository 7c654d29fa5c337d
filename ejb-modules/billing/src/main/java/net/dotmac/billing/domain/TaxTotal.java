package net.dotmac.billing.domain;

import java.math.BigDecimal;

/**
 * The tax of a document at one rate.
 *
 * @param category tax category of the lines
 * @param jurisdiction who levies it, empty where there is only one
 * @param percent this rate
 * @param linePercent all rates of these lines together; tells apart lines of one category before and after a change of rate
 * @param net what the rate applies to, minor units
 * @param tax minor units
 */
public record TaxTotal(
        String category, String jurisdiction, BigDecimal percent, BigDecimal linePercent, long net, long tax) {}
