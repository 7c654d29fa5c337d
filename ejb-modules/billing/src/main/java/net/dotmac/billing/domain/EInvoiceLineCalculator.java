package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the price and the discount without tax that lead to a line's net amount, for EN 16931 has only these: a price for part
 * of a month, or one with the tax inside, is none that quantity × price would lead to the line's amount.
 */
final class EInvoiceLineCalculator {

    private static final int PRICE_DECIMALS = 8;
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final String PIECE = "C62";
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("b", "AD"),
            Map.entry("kb", "2P"),
            Map.entry("mb", "4L"),
            Map.entry("gb", "E34"),
            Map.entry("tb", "E35"),
            Map.entry("s", "SEC"),
            Map.entry("sec", "SEC"),
            Map.entry("second", "SEC"),
            Map.entry("min", "MIN"),
            Map.entry("minute", "MIN"),
            Map.entry("h", "HUR"),
            Map.entry("hour", "HUR"),
            Map.entry("day", "DAY"),
            Map.entry("month", "MON"),
            Map.entry("kwh", "KWH"));

    private EInvoiceLineCalculator() {}

    /**
     * The amounts of a line.
     *
     * @param sign 1 for an invoice, -1 for a credit note, whose amounts turn positive
     */
    static Priced price(InvoiceDocument.Line line, int sign, int decimals) {
        BigDecimal net = BigDecimal.valueOf(sign * line.net(), decimals);
        BigDecimal discount = net.signum() < 0 ? BigDecimal.ZERO : netDiscount(line, sign, decimals);
        BigDecimal charged = net.add(discount).abs();
        BigDecimal quantity = line.quantity().abs();
        if (quantity.signum() == 0 && charged.signum() != 0) {
            quantity = BigDecimal.ONE;
        }
        BigDecimal price = unitPrice(line, quantity, charged);
        BigDecimal base = null;
        if (!isExact(price, quantity, charged)) {
            price = charged;
            base = quantity;
        }
        BigDecimal signed = net.signum() < 0 ? quantity.negate() : quantity;
        return new Priced(signed, price, base, discount.signum() == 0 ? null : discount, net);
    }

    /** What is given back is given back at the price that was paid: only charges show what discounts took off. */
    private static BigDecimal netDiscount(InvoiceDocument.Line line, int sign, int decimals) {
        BigDecimal discount = BigDecimal.valueOf(sign * line.discount(), decimals);
        if (discount.signum() <= 0) {
            return BigDecimal.ZERO.setScale(decimals);
        }
        if (!line.taxIncluded()) {
            return discount;
        }
        BigDecimal divisor = BigDecimal.ONE.add(line.taxPercent().movePointLeft(2));
        return discount.divide(divisor, decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal unitPrice(InvoiceDocument.Line line, BigDecimal quantity, BigDecimal charged) {
        if (quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal agreed = line.unitPrice();
        if (agreed != null && !line.taxIncluded() && agreed.signum() >= 0) {
            if (isExact(agreed, quantity, charged)) {
                return agreed;
            }
        }
        return plain(charged.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Validators multiply again; much more than half a cent off, of whatever currency, and they would find another amount. */
    private static boolean isExact(BigDecimal price, BigDecimal quantity, BigDecimal charged) {
        return price.multiply(quantity).subtract(charged).abs().compareTo(HALF_A_CENT) <= 0;
    }

    /** The code of a unit of measure; pieces for what the list of units lacks. */
    static String unit(InvoiceDocument.Line line) {
        return line.usage() == null || line.usage().unitOfMeasure() == null
                ? PIECE
                : UNITS.getOrDefault(line.usage().unitOfMeasure().toLowerCase(Locale.ROOT), PIECE);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The parts of a line: quantity × price ÷ base − discount = net. */
    record Priced(BigDecimal quantity, BigDecimal price, BigDecimal base, BigDecimal discount, BigDecimal net) {}
}
