package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.InvoicePdfStyle.ACCENT;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.BOTTOM;
import static net.dotmac.billing.domain.InvoicePdfStyle.CLOSING_HEIGHT;
import static net.dotmac.billing.domain.InvoicePdfStyle.DESCRIPTION;
import static net.dotmac.billing.domain.InvoicePdfStyle.LEFT;
import static net.dotmac.billing.domain.InvoicePdfStyle.LINE;
import static net.dotmac.billing.domain.InvoicePdfStyle.PALE;
import static net.dotmac.billing.domain.InvoicePdfStyle.PRICE;
import static net.dotmac.billing.domain.InvoicePdfStyle.QUANTITY;
import static net.dotmac.billing.domain.InvoicePdfStyle.RIGHT;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.TAX;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.domain.InvoiceDocument.Line;

/**
 * Renders a document as PDF: A4, the address where a window envelope shows it, lines with their periods, totals, tax by rate
 * and how to pay. Totals are carried over page breaks. Equal documents give equal bytes.
 */
public final class InvoicePdfRenderer {

    private final InvoiceDocument document;
    private final InvoiceWords words;
    private final PdfCanvas canvas;
    private float y;

    private InvoicePdfRenderer(InvoiceDocument document, PdfCanvas canvas) {
        this.document = document;
        this.canvas = canvas;
        this.words =
                new InvoiceWords(document.buyer().language(), document.seller().country(), document.currency());
    }

    /** The PDF of a document, in English, German or French, by the buyer's language. */
    public static byte[] render(InvoiceDocument document) {
        return render(document, null);
    }

    /** The same with an e-invoice inside. */
    static byte[] render(InvoiceDocument document, byte[] facturX) {
        try (PdfCanvas canvas = new PdfCanvas()) {
            return new InvoicePdfRenderer(document, canvas).render(facturX);
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + document.number() + " could not be rendered", e);
        }
    }

    private byte[] render(byte[] facturX) throws IOException {
        canvas.addPage();
        y = new InvoicePdfHead(document.seller(), document.buyer(), facts(), words, canvas).draw(title());
        lines();
        closing();
        InvoicePdfHead.foot(document.seller(), words, canvas);
        String seller = EInvoiceText.clean(document.seller().legalName());
        return canvas.finish(new PdfCanvas.About(
                title(),
                seller == null ? "" : seller,
                words.locale().toLanguageTag(),
                document.number().hashCode(),
                facturX,
                document.issuedOn()));
    }

    private String title() {
        String kind = words.text(document.kind().wire());
        return kind + " " + document.number();
    }

    private void lines() throws IOException {
        tableHead();
        long carried = 0;
        int position = 1;
        for (Line line : document.lines()) {
            List<String> description = canvas.wrap(BODY, description(line), QUANTITY - DESCRIPTION - 50);
            description = description.subList(0, Math.min(4, description.size()));
            List<String> remarks = remarks(line);
            float height = 12 * description.size() + 10.5f * remarks.size() + 8;
            if (y + height + 22 > BOTTOM) {
                carry(carried, "carried");
                canvas.addPage();
                canvas.area(0, 0, PdfCanvas.WIDTH, 6, ACCENT);
                canvas.text(LEFT, 46, SMALL_BOLD, document.seller().legalName());
                canvas.textRight(RIGHT, 46, SMALL_BOLD, title());
                y = 70;
                tableHead();
                carry(carried, "brought");
            }
            row(line, position++, description, remarks);
            carried = Math.addExact(carried, shown(line));
        }
    }

    private void tableHead() throws IOException {
        canvas.area(LEFT, y, RIGHT - LEFT, 20, PALE);
        float base = y + 13;
        canvas.text(LEFT + 5, base, SMALL_BOLD, words.text("position"));
        canvas.text(DESCRIPTION, base, SMALL_BOLD, words.text("description"));
        canvas.textRight(QUANTITY, base, SMALL_BOLD, words.text("quantity"));
        canvas.textRight(PRICE, base, SMALL_BOLD, words.text("unitPrice"));
        canvas.textRight(TAX, base, SMALL_BOLD, words.text("taxRate"));
        canvas.textRight(RIGHT - 5, base, SMALL_BOLD, words.text(document.showsGross() ? "amountGross" : "amountNet"));
        y += 20;
    }

    private void carry(long amount, String key) throws IOException {
        canvas.textRight(TAX, y + 13, SMALL_BOLD, words.text(key));
        canvas.textRight(RIGHT - 5, y + 13, BODY_BOLD, words.amount(amount));
        canvas.rule(LEFT, RIGHT, y + 19, 0.5f, LINE);
        y += 20;
    }

    private void row(Line line, int position, List<String> description, List<String> remarks) throws IOException {
        float base = y + 13;
        canvas.text(LEFT + 5, base, BODY, Integer.toString(position));
        canvas.textRight(QUANTITY, base, BODY, words.quantity(line.quantity()));
        if (line.unitPrice() != null) {
            canvas.textRight(PRICE, base, BODY, words.unitPrice(line.unitPrice()));
        }
        canvas.textRight(TAX, base, BODY, words.percent(line.taxPercent()));
        canvas.textRight(RIGHT - 5, base, BODY, words.amount(shown(line)));
        for (String text : description) {
            canvas.text(DESCRIPTION, base, BODY, text);
            base += 12;
        }
        base -= 1;
        for (String text : remarks) {
            canvas.text(DESCRIPTION, base, SMALL, text);
            base += 10.5f;
        }
        y = base - 3;
        canvas.rule(LEFT, RIGHT, y, 0.5f, LINE);
    }

    private String description(Line line) {
        return switch (line.kind()) {
            case RECURRING_CREDIT -> words.text("credit", line.description());
            case LATE_USAGE -> words.text("lateUsage", line.description());
            case LATE_FEE -> words.text("lateFee");
            default -> line.description();
        };
    }

    private List<String> remarks(Line line) {
        List<String> remarks = new ArrayList<>();
        remarks.add(words.period(line.period()));
        if (line.usage() != null) {
            remarks.add(words.text(
                    "usage",
                    words.quantity(line.usage().used()),
                    words.quantity(line.usage().allowance()),
                    line.usage().unitOfMeasure()));
        }
        if (line.usage() != null
                && line.usage().rolledOver() != null
                && line.usage().rolledOver().signum() > 0) {
            remarks.add(words.text(
                    "rolledOver",
                    words.quantity(line.usage().rolledOver()),
                    line.usage().unitOfMeasure()));
        }
        if (line.usage() != null && line.unitPrice() == null && line.usage().formula() != null) {
            remarks.add(line.usage().formula());
        }
        if (line.discount() != 0) {
            remarks.add(words.text("discount", words.amount(-line.discount())));
        }
        return remarks;
    }

    private long shown(Line line) {
        return document.showsGross() ? Math.addExact(line.net(), line.tax()) : line.net();
    }

    private void closing() throws IOException {
        if (y + CLOSING_HEIGHT > BOTTOM) {
            canvas.addPage();
            canvas.area(0, 0, PdfCanvas.WIDTH, 6, ACCENT);
            canvas.textRight(RIGHT, 46, SMALL_BOLD, title());
            y = 60;
        }
        new InvoicePdfClosing(document, words, canvas).draw(y + 16);
    }

    private List<String[]> facts() {
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {words.text("number"), document.number()});
        facts.add(new String[] {words.text("date"), words.date(document.issuedOn())});
        if (document.kind().isDemand()) {
            facts.add(new String[] {words.text("due"), words.date(document.dueOn())});
        }
        facts.add(new String[] {words.text("customer"), document.buyer().customerNumber()});
        facts.add(new String[] {words.text("account"), document.accountNumber()});
        if (document.correctedNumber() != null) {
            facts.add(new String[] {words.text("corrects"), document.correctedNumber()});
        }
        if (document.buyer().vatId() != null) {
            facts.add(new String[] {words.text("buyerVat"), document.buyer().vatId()});
        }
        return facts;
    }
}
