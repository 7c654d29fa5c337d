package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.DocumentService;
import net.dotmac.billing.InvoiceDeliveryService;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.billing.InvoiceTaxDetails;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.WriteOffService;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;
import net.dotmac.platform.ClockService;

/** One document: its lines with their sums, what is open of it, the PDF, its mailing, and a credit note if it was wrong. */
@NeedsPermission("invoice.read")
@Route(value = "invoices/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class InvoiceView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient InvoiceService invoices;
    private final transient DocumentService documents;
    private final transient InvoiceDeliveryService deliveries;
    private final transient WriteOffService writeOffs;
    private final transient ClockService clock;
    private transient InvoiceDetails invoice;

    @Inject
    public InvoiceView(
            InvoiceService invoices,
            DocumentService documents,
            InvoiceDeliveryService deliveries,
            WriteOffService writeOffs,
            ClockService clock) {
        this.writeOffs = writeOffs;
        this.invoices = invoices;
        this.documents = documents;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(invoices.get(id));
    }

    private void show(InvoiceDetails shown) {
        invoice = shown;
        removeAll();
        PageHead head = new PageHead(BillingWords.kind(invoice) + " " + invoice.number());
        head.badges(BillingWords.invoiceState(invoice, clock.today()));
        head.actions(InvoiceFiles.pdf(documents, invoice.id()), InvoiceFiles.eInvoice(documents, invoice.id()));
        boolean creditable =
                !invoice.kind().equals("creditNote") && Person.signedIn().may("invoice.credit");
        if (creditable) {
            head.actions(new Button(Words.of("billing.credit"), click -> askCredit()));
        }
        if (!invoice.kind().equals("creditNote")
                && invoice.openMinor() > 0
                && Person.signedIn().may("invoice.writeOff")) {
            head.actions(new Button(Words.of("billing.writeOff"), click -> askWriteOff()));
        }
        add(
                head,
                new Panel(Words.of("billing.document"), facts()),
                new Panel(Words.of("billing.lines"), lines()),
                sums());
        List<WriteOffDetails> made = writeOffs.of(invoice.id());
        if (!made.isEmpty()) {
            add(new WriteOffPanel(writeOffs, made, this::again));
        }
        add(new DeliveryPanel(deliveries, invoice.id()));
    }

    private Facts facts() {
        RouterLink buyer = new RouterLink();
        buyer.setText(invoice.buyer().name());
        buyer.getElement().setAttribute("href", "customers/" + invoice.buyer().customerId());
        Facts facts = new Facts()
                .with(Words.of("billing.invoice.buyer"), buyer)
                .with(Words.of("billing.account"), invoice.accountNumber())
                .with(Words.of("billing.invoice.issuedOn"), Formats.day(invoice.issuedOn()))
                .with(Words.of("billing.invoice.dueOn"), Formats.day(invoice.dueOn()))
                .with(Words.of("billing.invoice.cycleDate"), Formats.day(invoice.cycleDate()))
                .with(Words.of("billing.gross"), BillingWords.money(invoice.grossMinor(), invoice.currency()))
                .with(Words.of("billing.open"), BillingWords.money(invoice.openMinor(), invoice.currency()));
        if (invoice.correctsId() != null) {
            facts.with(Words.of("billing.invoice.corrects"), corrected());
        }
        if (invoice.reason() != null) {
            facts.with(Words.of("billing.credit.reason"), invoice.reason());
        }
        return facts;
    }

    private RouterLink corrected() {
        RouterLink link = new RouterLink();
        link.setText(invoices.get(invoice.correctsId()).number());
        link.getElement().setAttribute("href", "invoices/" + invoice.correctsId());
        return link;
    }

    private Grid<InvoiceLineDetails> lines() {
        Grid<InvoiceLineDetails> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        grid.addColumn(InvoiceLineDetails::lineNo)
                .setHeader("#")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(InvoiceLineDetails::description)
                .setHeader(Words.of("billing.line.description"))
                .setFlexGrow(3);
        grid.addColumn(line -> Words.of("billing.line.kind." + line.kind())).setHeader(Words.of("billing.line.kind"));
        grid.addColumn(line -> Formats.day(line.periodStart()) + " – "
                        + Formats.day(line.periodEnd().minusDays(1)))
                .setHeader(Words.of("billing.line.period"))
                .setAutoWidth(true);
        number(grid, "billing.line.quantity", line -> Formats.number(line.quantity(), 0));
        number(
                grid,
                "billing.line.unitPrice",
                line -> line.unitPrice() == null ? "" : Formats.price(line.unitPrice(), invoice.currency()));
        number(
                grid,
                "billing.line.tax",
                line -> Formats.number(line.taxPercent().stripTrailingZeros(), Math.max(0, scale(line))) + " %");
        number(grid, "billing.net", line -> BillingWords.money(line.netMinor(), invoice.currency()));
        grid.setItems(invoices.lines(List.of(invoice.id())));
        return grid;
    }

    private static int scale(InvoiceLineDetails line) {
        return line.taxPercent().stripTrailingZeros().scale();
    }

    private static void number(
            Grid<InvoiceLineDetails> grid, String header, ValueProvider<InvoiceLineDetails, ?> value) {
        grid.addColumn(value)
                .setHeader(Words.of(header))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private Panel sums() {
        Facts sums = new Facts();
        sums.with(Words.of("billing.net"), BillingWords.money(invoice.netMinor(), invoice.currency()));
        for (InvoiceTaxDetails tax : invoices.taxes(invoice.id())) {
            String rate = Formats.number(
                    tax.percent(),
                    Math.max(0, tax.percent().stripTrailingZeros().scale()));
            sums.with(
                    Words.of("billing.taxOf", rate, BillingWords.money(tax.netMinor(), invoice.currency())),
                    BillingWords.money(tax.taxMinor(), invoice.currency()));
        }
        sums.with(Words.of("billing.gross"), BillingWords.money(invoice.grossMinor(), invoice.currency()));
        return new Panel(Words.of("billing.sums"), sums);
    }

    private void askCredit() {
        new CreditDialog(invoices, invoice, this::again).open();
    }

    private void askWriteOff() {
        new WriteOffDialog(
                        invoice.number(),
                        new Money(invoice.openMinor(), invoice.currency()),
                        false,
                        request -> writeOffs.writeOff(invoice.id(), request),
                        this::again)
                .open();
    }

    private void again() {
        show(invoices.get(invoice.id()));
    }

    @Override
    public String getPageTitle() {
        return invoice.number() + " · DotMac";
    }
}
