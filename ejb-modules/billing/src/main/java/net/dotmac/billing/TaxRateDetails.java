package net.dotmac.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A tax rate.
 *
 * @param category name of the tax category, 1 to 40 characters
 * @param jurisdiction who levies it, empty where there is only one
 * @param percent 0 to 100
 * @param validFrom first day it holds, until the next one of the same category and jurisdiction
 */
public record TaxRateDetails(String category, String jurisdiction, BigDecimal percent, LocalDate validFrom) {}
