package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The VAT categories of EN 16931 for the lines of a document, and their sums. */
final class EInvoiceVatCalculator {

    static final String STANDARD = "S";
    static final String ZERO = "Z";
    static final String EXEMPT = "E";
    static final String REVERSE_CHARGE = "AE";
    static final String OUTSIDE = "O";

    private final InvoiceDocument document;
    private final InvoiceWords words;
    private final boolean isAllOutside;

    EInvoiceVatCalculator(InvoiceDocument document, InvoiceWords words) {
        this.document = document;
        this.words = words;
        this.isAllOutside = document.lines().stream().allMatch(EInvoiceVatCalculator::isOutside);
    }

    private static boolean isOutside(InvoiceDocument.Line line) {
        return line.kind().isOutsideVat() && line.taxPercent().signum() == 0;
    }

    /**
     * BT-151 of a line. Category O may stand in no document beside another, so there what is outside VAT is shown as exempt,
     * with its reason.
     */
    String category(InvoiceDocument.Line line) {
        if (isOutside(line)) {
            return isAllOutside ? OUTSIDE : EXEMPT;
        }
        if (line.taxPercent().signum() > 0) {
            return STANDARD;
        }
        return switch (document.treatment()) {
            case STANDARD -> ZERO;
            case EXEMPT -> EXEMPT;
            case REVERSE_CHARGE -> REVERSE_CHARGE;
        };
    }

    /** BT-152; there is none outside VAT. */
    BigDecimal percent(InvoiceDocument.Line line) {
        if (category(line).equals(OUTSIDE)) {
            return null;
        }
        BigDecimal stripped = line.taxPercent().stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** BG-23: the exact sums of the lines, whatever categories of ours they have. */
    List<EInvoice.Vat> vats(int sign, int decimals) {
        Map<Key, long[]> sums = new LinkedHashMap<>();
        for (InvoiceDocument.Line line : document.lines()) {
            long[] sum = sums.computeIfAbsent(new Key(category(line), percent(line)), key -> new long[2]);
            sum[0] = Math.addExact(sum[0], sign * line.net());
            sum[1] = Math.addExact(sum[1], sign * line.tax());
        }
        List<EInvoice.Vat> vats = new ArrayList<>();
        sums.forEach((key, sum) -> vats.add(new EInvoice.Vat(
                key.category,
                key.percent == null ? BigDecimal.ZERO : key.percent,
                BigDecimal.valueOf(sum[0], decimals),
                BigDecimal.valueOf(sum[1], decimals),
                reason(key.category),
                reasonCode(key.category))));
        return vats;
    }

    private String reason(String category) {
        return switch (category) {
            case EXEMPT ->
                document.treatment() == TaxTreatment.EXEMPT ? words.text("exempt") : words.text("outsideTax");
            case REVERSE_CHARGE -> words.text("reverseCharge");
            case OUTSIDE -> words.text("outsideTax");
            default -> null;
        };
    }

    private static String reasonCode(String category) {
        return switch (category) {
            case REVERSE_CHARGE -> "VATEX-EU-AE";
            case OUTSIDE -> "VATEX-EU-O";
            default -> null;
        };
    }

    private record Key(String category, BigDecimal percent) {}
}
