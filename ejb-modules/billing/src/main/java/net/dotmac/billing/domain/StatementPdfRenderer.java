package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.InvoicePdfStyle.ACCENT;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY;
import static net.dotmac.billing.domain.InvoicePdfStyle.BODY_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.BOTTOM;
import static net.dotmac.billing.domain.InvoicePdfStyle.INK;
import static net.dotmac.billing.domain.InvoicePdfStyle.LEFT;
import static net.dotmac.billing.domain.InvoicePdfStyle.LINE;
import static net.dotmac.billing.domain.InvoicePdfStyle.PALE;
import static net.dotmac.billing.domain.InvoicePdfStyle.RIGHT;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL_BOLD;
import static net.dotmac.billing.domain.InvoicePdfStyle.present;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dotmac.billing.domain.PdfCanvas.Style;

/** Renders a statement of account as PDF, in the buyer's language. Equal statements give equal bytes. */
public final class StatementPdfRenderer {

    private static final float DETAIL = LEFT + 90;
    private static final float AMOUNT = 440;
    private static final float ROW = 18;

    private final StatementDocument document;
    private final InvoiceWords words;
    private final PdfCanvas canvas;
    private float y;

    private StatementPdfRenderer(StatementDocument document, PdfCanvas canvas) {
        this.document = document;
        this.canvas = canvas;
        this.words =
                new InvoiceWords(document.buyer().language(), document.seller().country(), document.currency());
    }

    public static byte[] render(StatementDocument document) {
        try (PdfCanvas canvas = new PdfCanvas()) {
            return new StatementPdfRenderer(document, canvas).render();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The statement of " + document.accountNumber() + " could not be rendered", e);
        }
    }

    private byte[] render() throws IOException {
        canvas.addPage();
        y = new InvoicePdfHead(document.seller(), document.buyer(), facts(), words, canvas).draw(title());
        tableHead();
        row(null, words.text("statementOpening", words.date(document.from())), null, document.openingMinor());
        for (StatementDocument.Entry entry : document.entries()) {
            if (y + ROW > BOTTOM) {
                nextPage();
            }
            row(entry, what(entry), entry.amountMinor(), entry.balanceMinor());
        }
        closing();
        InvoicePdfHead.foot(document.seller(), words, canvas);
        return canvas.finish(new PdfCanvas.About(
                title() + " " + document.accountNumber(),
                document.seller().legalName(),
                words.locale().toLanguageTag(),
                Objects.hash(document.accountNumber(), document.from(), document.to()),
                null,
                document.madeOn()));
    }

    private String title() {
        return words.text("statement");
    }

    private List<String[]> facts() {
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {words.text("date"), words.date(document.madeOn())});
        facts.add(new String[] {words.text("statementFrom"), words.date(document.from())});
        facts.add(new String[] {words.text("statementTo"), words.date(document.to())});
        facts.add(new String[] {words.text("customer"), document.buyer().customerNumber()});
        facts.add(new String[] {words.text("account"), document.accountNumber()});
        return facts;
    }

    private String what(StatementDocument.Entry entry) {
        String kind = words.text("statement." + entry.kind());
        return entry.number() == null ? kind : kind + " " + entry.number();
    }

    private void tableHead() throws IOException {
        canvas.area(LEFT, y, RIGHT - LEFT, 20, PALE);
        float base = y + 13;
        canvas.text(LEFT + 5, base, SMALL_BOLD, words.text("date"));
        canvas.text(DETAIL, base, SMALL_BOLD, words.text("description"));
        canvas.textRight(AMOUNT, base, SMALL_BOLD, words.text("statementAmount"));
        canvas.textRight(RIGHT - 5, base, SMALL_BOLD, words.text("statementBalance"));
        y += 20;
    }

    private void row(StatementDocument.Entry entry, String text, Long amount, long balance) throws IOException {
        float base = y + 12;
        Style style = entry == null ? BODY_BOLD : BODY;
        if (entry != null) {
            canvas.text(LEFT + 5, base, style, words.date(entry.bookedOn()));
        }
        canvas.text(DETAIL, base, style, canvas.wrap(style, text, 240).get(0));
        if (amount != null) {
            canvas.textRight(AMOUNT, base, style, words.amount(amount));
        }
        canvas.textRight(RIGHT - 5, base, style, words.amount(balance));
        y += ROW;
        canvas.rule(LEFT, RIGHT, y, 0.5f, LINE);
    }

    private void nextPage() throws IOException {
        canvas.addPage();
        canvas.area(0, 0, PdfCanvas.WIDTH, 6, ACCENT);
        canvas.text(LEFT, 46, SMALL_BOLD, document.seller().legalName());
        canvas.textRight(RIGHT, 46, SMALL_BOLD, title() + " " + document.accountNumber());
        y = 70;
        tableHead();
    }

    private void closing() throws IOException {
        if (y + ROW + 90 > BOTTOM) {
            nextPage();
        }
        row(null, words.text("statementClosing", words.date(document.to())), null, document.closingMinor());
        y += 24;
        long balance = document.closingMinor();
        boolean hasBank =
                balance > 0 && present(document.seller().bankAccount()).size() == 1;
        canvas.area(LEFT, y, RIGHT - LEFT, hasBank ? 62 : 30, PALE);
        String text = balance == 0
                ? words.text("statementSettled")
                : balance > 0
                        ? words.text("statementOwed", words.amountWithCurrency(balance))
                        : words.text("statementCredit", words.amountWithCurrency(-balance));
        canvas.text(LEFT + 12, y + 19, new Style(10, true, INK), text);
        if (hasBank) {
            canvas.text(LEFT + 12, y + 36, SMALL, words.text("bank"));
            canvas.text(LEFT + 110, y + 36, BODY_BOLD, document.seller().bankAccount());
            canvas.text(LEFT + 12, y + 51, SMALL, words.text("reference"));
            canvas.text(LEFT + 110, y + 51, BODY_BOLD, document.accountNumber());
        }
    }
}
