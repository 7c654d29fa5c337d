package net.dotmac.billing.domain;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.billing.domain.InvoiceDocument.Line;
import net.dotmac.billing.domain.PdfCanvas.Style;
import net.dotmac.customers.PostalAddress;
import net.dotmac.platform.Seller;

/**
 * Renders a document as PDF: A4, the address where a window envelope shows it, lines with their periods, totals, tax by rate
 * and how to pay. Totals are carried over page breaks. Equal documents give equal bytes.
 */
public final class InvoicePdfRenderer {

    private static final Color INK = new Color(0x1B, 0x24, 0x30);
    private static final Color MUTED = new Color(0x5E, 0x6B, 0x7A);
    private static final Color ACCENT = new Color(0x0F, 0x4C, 0x81);
    private static final Color PALE = new Color(0xEE, 0xF3, 0xF8);
    private static final Color LINE = new Color(0xD3, 0xDC, 0xE6);
    private static final Style BODY = new Style(9, false, INK);
    private static final Style BODY_BOLD = new Style(9, true, INK);
    private static final Style SMALL = new Style(7.5f, false, MUTED);
    private static final Style SMALL_BOLD = new Style(7.5f, true, MUTED);
    private static final Style ADDRESS = new Style(10.5f, false, INK);
    private static final Style TITLE = new Style(20, true, INK);
    private static final Style NAME = new Style(15, true, ACCENT);
    private static final Style TOTAL = new Style(12, true, Color.WHITE);
    private static final float LEFT = 57;
    private static final float RIGHT = PdfCanvas.WIDTH - 51;
    private static final float QUANTITY = 352;
    private static final float PRICE = 420;
    private static final float TAX = 462;
    private static final float DESCRIPTION = LEFT + 24;
    private static final float BOTTOM = PdfCanvas.HEIGHT - 84;
    private static final float CLOSING_HEIGHT = 190;

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
        try (PdfCanvas canvas = new PdfCanvas()) {
            return new InvoicePdfRenderer(document, canvas).render();
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + document.number() + " could not be rendered", e);
        }
    }

    private byte[] render() throws IOException {
        canvas.addPage();
        letterhead();
        addressWindow();
        facts();
        lines();
        closing();
        footers();
        return canvas.finish(
                title(),
                document.seller().legalName(),
                words.locale().toLanguageTag(),
                document.number().hashCode());
    }

    private String title() {
        String kind = words.text(document.kind() == DocumentKind.INVOICE ? "invoice" : "creditNote");
        return kind + " " + document.number();
    }

    private void letterhead() throws IOException {
        Seller seller = document.seller();
        canvas.area(0, 0, PdfCanvas.WIDTH, 6, ACCENT);
        canvas.text(LEFT, 58, NAME, canvas.wrap(NAME, seller.legalName(), 300).get(0));
        float lineY = 46;
        for (String line :
                present(seller.street(), join(" ", seller.postcode(), seller.city()), seller.phone(), seller.email())) {
            canvas.textRight(RIGHT, lineY, SMALL, line);
            lineY += 10.5f;
        }
    }

    private void addressWindow() throws IOException {
        Seller seller = document.seller();
        String sender = join(" · ", seller.legalName(), seller.street(), join(" ", seller.postcode(), seller.city()));
        canvas.text(LEFT, 134, SMALL, canvas.wrap(SMALL, sender, 240).get(0));
        canvas.rule(LEFT, LEFT + 240, 138, 0.5f, LINE);
        PostalAddress address = document.buyer().address();
        List<String> lines = new ArrayList<>();
        lines.addAll(canvas.wrap(ADDRESS, document.buyer().name(), 240).stream()
                .limit(2)
                .toList());
        if (address != null) {
            lines.addAll(present(address.street(), join(" ", address.postcode(), address.city())));
            if (!Objects.equals(address.country(), seller.country()) && address.country() != null) {
                lines.add(words.country(address.country()));
            }
        }
        float lineY = 154;
        for (String line : lines) {
            canvas.text(LEFT, lineY, ADDRESS, canvas.wrap(ADDRESS, line, 240).get(0));
            lineY += 14;
        }
    }

    private void facts() throws IOException {
        canvas.text(LEFT, 262, TITLE, title());
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {words.text("number"), document.number()});
        facts.add(new String[] {words.text("date"), words.date(document.issuedOn())});
        if (document.kind() == DocumentKind.INVOICE) {
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
        float left = 342;
        canvas.area(left, 122, RIGHT - left, facts.size() * 15f + 14, PALE);
        float lineY = 138;
        for (String[] fact : facts) {
            canvas.text(left + 10, lineY, new Style(8.5f, false, MUTED), fact[0]);
            canvas.textRight(RIGHT - 10, lineY, new Style(8.5f, true, INK), fact[1]);
            lineY += 15;
        }
        y = 288;
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
        float top = y + 16;
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
        String note =
                switch (document.treatment()) {
                    case STANDARD -> "";
                    case EXEMPT -> words.text("exempt");
                    case REVERSE_CHARGE -> words.text("reverseCharge");
                };
        if (!note.isEmpty()) {
            base += 14;
            canvas.text(LEFT + 5, base, SMALL_BOLD, note);
        }
        return base;
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

    private void footers() throws IOException {
        Seller seller = document.seller();
        String address = join(" · ", seller.legalName(), seller.street(), join(" ", seller.postcode(), seller.city()));
        String contact = join(
                " · ",
                seller.vatId() == null ? null : words.text("vat", seller.vatId()),
                seller.email(),
                seller.phone());
        for (int page = 0; page < canvas.pages(); page++) {
            canvas.selectPage(page);
            float base = PdfCanvas.HEIGHT - 48;
            canvas.rule(LEFT, RIGHT, base - 12, 0.5f, LINE);
            canvas.text(LEFT, base, SMALL, canvas.wrap(SMALL, address, 380).get(0));
            canvas.text(LEFT, base + 11, SMALL, canvas.wrap(SMALL, contact, 380).get(0));
            canvas.textRight(RIGHT, base, SMALL, words.text("page", page + 1, canvas.pages()));
        }
    }

    private static List<String> present(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).toList();
    }

    private static String join(String glue, String... texts) {
        return String.join(glue, present(texts));
    }
}
