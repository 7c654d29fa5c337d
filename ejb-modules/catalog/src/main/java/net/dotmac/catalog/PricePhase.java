package net.dotmac.catalog;

import java.math.BigDecimal;

/**
 * What a recurring price is to begin with, before its own amount holds: a trial or an introductory offer.
 *
 * @param upTo how many units after the start of the product it ends, more than the phase before
 * @param unit what {@code upTo} counts, the same for all phases of a price
 * @param unitPrice price of one unit for one whole period while it holds; 0 for a trial
 */
public record PricePhase(int upTo, ChargePeriod.Unit unit, BigDecimal unitPrice) {}
