package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.InvoicePdfStyle.ACCENT;
import static net.dotmac.billing.domain.InvoicePdfStyle.ADDRESS;
import static net.dotmac.billing.domain.InvoicePdfStyle.INK;
import static net.dotmac.billing.domain.InvoicePdfStyle.LEFT;
import static net.dotmac.billing.domain.InvoicePdfStyle.LINE;
import static net.dotmac.billing.domain.InvoicePdfStyle.MUTED;
import static net.dotmac.billing.domain.InvoicePdfStyle.NAME;
import static net.dotmac.billing.domain.InvoicePdfStyle.PALE;
import static net.dotmac.billing.domain.InvoicePdfStyle.RIGHT;
import static net.dotmac.billing.domain.InvoicePdfStyle.SMALL;
import static net.dotmac.billing.domain.InvoicePdfStyle.TITLE;
import static net.dotmac.billing.domain.InvoicePdfStyle.join;
import static net.dotmac.billing.domain.InvoicePdfStyle.present;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dotmac.billing.domain.PdfCanvas.Style;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.platform.Seller;

/** The top of the first page: who sends, whom it is for, and the facts of the paper. */
final class InvoicePdfHead {

    private final Seller seller;
    private final BillTo buyer;
    private final List<String[]> facts;
    private final InvoiceWords words;
    private final PdfCanvas canvas;

    /** @param facts each a name and a value */
    InvoicePdfHead(Seller seller, BillTo buyer, List<String[]> facts, InvoiceWords words, PdfCanvas canvas) {
        this.seller = seller;
        this.buyer = buyer;
        this.facts = facts;
        this.words = words;
        this.canvas = canvas;
    }

    /** Draws it. @return where the lines begin */
    float draw(String title) throws IOException {
        letterhead();
        addressWindow();
        canvas.text(LEFT, 262, TITLE, title);
        facts();
        return 288;
    }

    private void letterhead() throws IOException {
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
        String sender = join(" · ", seller.legalName(), seller.street(), join(" ", seller.postcode(), seller.city()));
        canvas.text(LEFT, 134, SMALL, canvas.wrap(SMALL, sender, 240).get(0));
        canvas.rule(LEFT, LEFT + 240, 138, 0.5f, LINE);
        PostalAddress address = buyer.address();
        List<String> lines = new ArrayList<>();
        lines.addAll(canvas.wrap(ADDRESS, buyer.name(), 240).stream().limit(2).toList());
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
        float left = 342;
        canvas.area(left, 122, RIGHT - left, facts.size() * 15f + 14, PALE);
        float lineY = 138;
        for (String[] fact : facts) {
            canvas.text(left + 10, lineY, new Style(8.5f, false, MUTED), fact[0]);
            canvas.textRight(RIGHT - 10, lineY, new Style(8.5f, true, INK), fact[1]);
            lineY += 15;
        }
    }

    /** What stands at the foot of every page. */
    static void foot(Seller seller, InvoiceWords words, PdfCanvas canvas) throws IOException {
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
}
