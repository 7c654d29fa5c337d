package net.dotmac.payments;

import java.time.LocalDate;

/**
 * A mandate that was signed, and possibly used, while another system collected.
 *
 * @param data with its reference, which banks know it by
 * @param lastCollectedOn when it was used last, or null if never
 */
public record CarriedMandate(MandateData data, LocalDate lastCollectedOn) {}
