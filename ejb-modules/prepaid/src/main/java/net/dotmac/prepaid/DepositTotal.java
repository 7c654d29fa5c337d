package net.dotmac.prepaid;

/**
 * What deposits come to in one currency.
 *
 * @param deposits how many are asked for or held
 * @param askedMinor minor units still to come in
 * @param heldMinor minor units that lie there
 */
public record DepositTotal(String currency, long deposits, long askedMinor, long heldMinor) {}
