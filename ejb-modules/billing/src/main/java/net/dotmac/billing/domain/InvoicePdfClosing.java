package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.InvoicePdfStyle.ACCENT;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.INK;
import static net.dotmac.billing.domain.InvoicePdfStyle.LEFT;
import static net.dotmac.billing.domain.InvoicePdfStyle.PALE;
import static net.dotmac.billing.domain.InvoicePdfStyle.RIGHT;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.TOTAL;
import static net.dotmac.billing.domain.InvoicePdfStyle.present;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.PdfCanvas.Style;

/** The end of a document: totals, tax by rate, how to pay. */
final class InvoicePdfClosing {

    private final InvoiceDocument document;
    private final InvoiceWords words;
    private final PdfCanvas canvas;
    private float y;

    InvoicePdfClosing(InvoiceDocument document, InvoiceWords words, PdfCanvas canvas) {
        this.document = document;
        this.words = words;
        this.canvas = canvas;
    }

    /** Draws it below {@code top}, which leaves {@link InvoicePdfStyle#CLOSING_HEIGHT} points of room. */
    void draw(float top) throws IOException {
        totals(top);
        float left = taxTable(top);
        y = Math.max(y, left) + 24;
        payment();
    }

    private void totals(float top) throws IOException {
        float left = 342;
        float base = top + 8;
        canvas.text(left, base, BODY, words.text("net"));
        canvas.textRight(RIGHT - 5, base, BODY, words.amount(document.net()));
        for (Map.Entry<BigDecimal, long[]> rate : byRate().entrySet()) {
            base += 15;
            canvas.text(left, base, BODY, words.text("tax", words.percent(rate.getKey())));
            canvas.textRight(RIGHT - 5, base, BODY, words.amount(rate.getValue()[1]));
        }
        base += 12;
        canvas.area(left - 10, base, RIGHT - left + 10, 26, ACCENT);
        canvas.text(left, base + 17, TOTAL, words.text("total"));
        canvas.textRight(RIGHT - 5, base + 17, TOTAL, words.amountWithCurrency(document.gross()));
        y = base + 26;
    }

    private float taxTable(float top) throws IOException {
        float[] columns = {LEFT + 40, LEFT + 110, LEFT + 170, LEFT + 240};
        float base = top + 8;
        canvas.text(LEFT + 5, base, SMALL_BOLD, words.text("taxTable"));
        canvas.textRight(columns[1], base, SMALL_BOLD, words.text("taxNet"));
        canvas.textRight(columns[2], base, SMALL_BOLD, words.text("taxAmount"));
        canvas.textRight(columns[3], base, SMALL_BOLD, words.text("taxGross"));
        for (Map.Entry<BigDecimal, long[]> rate : byRate().entrySet()) {
            base += 13;
            long net = rate.getValue()[0];
            long tax = rate.getValue()[1];
            canvas.textRight(columns[0], base, SMALL, words.percent(rate.getKey()));
            canvas.textRight(columns[1], base, SMALL, words.amount(net));
            canvas.textRight(columns[2], base, SMALL, words.amount(tax));
            canvas.textRight(columns[3], base, SMALL, words.amount(net + tax));
        }
        for (String note : taxNotes()) {
            base += 14;
            canvas.text(LEFT + 5, base, SMALL_BOLD, note);
        }
        return base;
    }

    /** Why there is no tax, where there is none. */
    private List<String> taxNotes() {
        List<String> notes = new ArrayList<>();
        if (document.treatment() == TaxTreatment.EXEMPT) {
            notes.add(words.text("exempt"));
        } else if (document.treatment() == TaxTreatment.REVERSE_CHARGE) {
            notes.add(words.text("reverseCharge"));
        }
        long outside = document.lines().stream()
                .filter(line -> line.kind().isOutsideVat())
                .count();
        if (outside > 0) {
            String which = outside == document.lines().size() ? "outsideTax" : "outsideTaxFees";
            notes.add(words.text(which));
        }
        return notes;
    }

    /** Net and tax by the lines' rate; the jurisdictions of one category are one rate to the buyer. */
    private Map<BigDecimal, long[]> byRate() {
        return document.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.taxPercent().stripTrailingZeros(),
                        line -> new long[] {line.net(), line.tax()},
                        (a, b) -> new long[] {Math.addExact(a[0], b[0]), Math.addExact(a[1], b[1])},
                        TreeMap::new));
    }

    private void payment() throws IOException {
        boolean isToPay = document.gross() > 0;
        boolean hasBank = isToPay && present(document.seller().bankAccount()).size() == 1;
        canvas.area(LEFT, y, RIGHT - LEFT, hasBank ? 62 : 30, PALE);
        String text = document.gross() == 0
                ? words.text("nothingToPay")
                : isToPay
                        ? words.text("pay", words.amountWithCurrency(document.gross()), words.date(document.dueOn()))
                        : words.text("credited", words.amountWithCurrency(-document.gross()));
        canvas.text(LEFT + 12, y + 19, new Style(10, true, INK), text);
        if (hasBank) {
            canvas.text(LEFT + 12, y + 36, SMALL, words.text("bank"));
            canvas.text(LEFT + 110, y + 36, BODY_BOLD, document.seller().bankAccount());
            canvas.text(LEFT + 12, y + 51, SMALL, words.text("reference"));
            canvas.text(LEFT + 110, y + 51, BODY_BOLD, document.number());
        }
    }
}
