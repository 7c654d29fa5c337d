package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.billing.persistence.NewDocument.NewLine;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Failpoint;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.platform.TenantService;

/**
 * Writes documents with their lines, taxes and bookings: staged by COPY, for tables with row-level security take no COPY, then
 * inserted as sets. Numbers are taken last, when everything but the documents themselves is written, so that another run waits
 * for the number as short as can be.
 */
@ApplicationScoped
public class DocumentWriter {

    private static final String STAGE_INVOICE = "create temporary table if not exists billing_stage_invoice ("
            + "kind text, ordinal bigint, id uuid, billing_account_id uuid, account_number text, corrects_id uuid, "
            + "reason text, run_id uuid, slice integer, cycle_date date, issued_on date, due_on date, currency char(3), "
            + "net_minor bigint, tax_minor bigint, gross_minor bigint, tax_treatment text, seller_copy_id uuid, "
            + "customer_id uuid, buyer_number text, buyer_name text, buyer_street text, buyer_postcode text, "
            + "buyer_city text, buyer_country text, buyer_email text, buyer_vat_id text, buyer_language text) "
            + "on commit delete rows";
    private static final String INVOICE_COLUMNS =
            "id, billing_account_id, account_number, corrects_id, reason, run_id, slice, "
                    + "cycle_date, issued_on, due_on, currency, net_minor, tax_minor, gross_minor, tax_treatment, "
                    + "seller_copy_id, customer_id, buyer_number, buyer_name, buyer_street, buyer_postcode, buyer_city, "
                    + "buyer_country, buyer_email, buyer_vat_id, buyer_language";
    private static final String LINE_COLUMNS =
            "invoice_id, line_no, item_id, product_id, kind, description, period_start, "
                    + "period_end, quantity, unit_price, undiscounted_minor, discount_minor, net_minor, tax_minor, "
                    + "tax_category, tax_percent, tax_included, change_sequence, replaces, used, allowance, unit_of_measure, "
                    + "rolled_over, formula";
    private static final String STAGE_LINE = "create temporary table if not exists billing_stage_line ("
            + "invoice_id uuid, line_no integer, item_id uuid, product_id uuid, kind text, description text, "
            + "period_start date, period_end date, quantity numeric, unit_price numeric, undiscounted_minor bigint, "
            + "discount_minor bigint, net_minor bigint, tax_minor bigint, tax_category text, tax_percent numeric, "
            + "tax_included boolean, change_sequence integer, replaces uuid, used numeric, allowance numeric, "
            + "unit_of_measure text, rolled_over numeric, formula text) on commit delete rows";
    private static final String TAX_COLUMNS =
            "invoice_id, tax_no, category, jurisdiction, percent, line_percent, net_minor, tax_minor";
    private static final String STAGE_TAX = "create temporary table if not exists billing_stage_tax ("
            + "invoice_id uuid, tax_no integer, category text, jurisdiction text, percent numeric, "
            + "line_percent numeric, net_minor bigint, tax_minor bigint) on commit delete rows";

    /** The order in which series are locked; the largest comes last, for the shortest time. */
    private static final List<DocumentKind> NUMBERED =
            List.of(DocumentKind.CREDIT_NOTE, DocumentKind.DEBIT_NOTE, DocumentKind.INVOICE);

    @Inject
    private Database database;

    @Inject
    private NumberRepository numbers;

    @Inject
    private SellerCopyRepository sellers;

    @Inject
    private TenantService tenants;

    @Inject
    private LedgerService ledger;

    /** Issues documents in the order given, each kind with the next numbers of its series. */
    void write(List<NewDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        UUID seller = sellers.idOf(tenants.seller());
        database.update(STAGE_INVOICE);
        database.update(STAGE_LINE);
        database.update(STAGE_TAX);
        database.update("truncate billing_stage_invoice, billing_stage_line, billing_stage_tax");
        Map<DocumentKind, Integer> counts = stageInvoices(documents, seller);
        stageLines(documents);
        stageTaxes(documents);
        Failpoint.hit("billing.slice.staged");
        insert("invoice_line", LINE_COLUMNS, "billing_stage_line");
        insert("invoice_tax", TAX_COLUMNS, "billing_stage_tax");
        copyReferences();
        List<DocumentPosting> postings =
                documents.stream().map(NewDocument::posting).toList();
        CallContext.current().with("ledger.book").run(() -> ledger.bookDocuments(postings));
        // What is issued at once is of one day.
        LocalDate day = documents.get(0).issuedOn();
        for (DocumentKind kind : NUMBERED) {
            insertNumbered(kind, counts.getOrDefault(kind, 0), day);
        }
        Failpoint.hit("billing.slice.inserted");
    }

    private void insert(String table, String columns, String stage) {
        database.update(
                "insert into billing." + table + " (tenant_id, " + columns + ") select ?, " + columns + " from "
                        + stage,
                CallContext.current().tenantId());
    }

    /** What the buyer wants to be named, for the few accounts that want any; a credit note repeats what its invoice said. */
    private void copyReferences() {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                "insert into billing.invoice_reference (tenant_id, invoice_id, buyer_reference, purchase_order, "
                        + "endpoint_scheme, endpoint) "
                        + "select ?, s.id, a.buyer_reference, a.purchase_order, a.endpoint_scheme, a.endpoint "
                        + "from billing.billing_account a join billing_stage_invoice s on s.billing_account_id = a.id "
                        + "where a.tenant_id = ? and s.corrects_id is null and (a.buyer_reference is not null "
                        + "or a.purchase_order is not null or a.endpoint is not null) union all "
                        + "select ?, s.id, r.buyer_reference, r.purchase_order, r.endpoint_scheme, r.endpoint "
                        + "from billing_stage_invoice s join billing.invoice_reference r on r.invoice_id = s.corrects_id "
                        + "where r.tenant_id = ?",
                tenant,
                tenant,
                tenant,
                tenant);
    }

    private void insertNumbered(DocumentKind kind, int count, LocalDate day) {
        if (count == 0) {
            return;
        }
        NumberRepository.Block block = numbers.take(kind.wire(), count, day);
        database.update(
                "insert into billing.invoice (tenant_id, kind, state, number, sequence, number_year, " + INVOICE_COLUMNS
                        + ") select ?, kind, case gross_minor when 0 then 'settled' else 'new' end, "
                        + "? || lpad((ordinal + ?)::text, greatest(?, length((ordinal + ?)::text)), '0') || ?, "
                        + "ordinal + ?, ?, " + INVOICE_COLUMNS + " from billing_stage_invoice where kind = ?",
                CallContext.current().tenantId(),
                block.pattern().prefix(block.year()),
                block.first(),
                block.pattern().digits(),
                block.first(),
                block.pattern().suffix(),
                block.first(),
                block.year(),
                kind.wire());
    }

    /** @return how many there are of each kind */
    private Map<DocumentKind, Integer> stageInvoices(List<NewDocument> documents, UUID seller) {
        CopyRows rows = new CopyRows();
        Map<DocumentKind, Integer> counts = new EnumMap<>(DocumentKind.class);
        for (NewDocument document : documents) {
            long ordinal = counts.merge(document.kind(), 1, Integer::sum) - 1;
            BillTo buyer = document.buyer();
            PostalAddress address = buyer.address();
            long net = document.net();
            long tax = document.tax();
            rows.add(
                    document.kind().wire(),
                    ordinal,
                    document.id(),
                    document.accountId(),
                    document.accountNumber(),
                    document.correctsId(),
                    document.reason(),
                    document.runId(),
                    document.slice(),
                    document.cycleDate(),
                    document.issuedOn(),
                    document.dueOn(),
                    document.currency(),
                    net,
                    tax,
                    Math.addExact(net, tax),
                    document.treatment().wire(),
                    seller,
                    buyer.customerId(),
                    buyer.customerNumber(),
                    buyer.name(),
                    address == null ? null : address.street(),
                    address == null ? null : address.postcode(),
                    address == null ? null : address.city(),
                    address == null ? null : address.country(),
                    buyer.email(),
                    buyer.vatId(),
                    buyer.language());
        }
        database.copy("billing_stage_invoice", rows);
        return counts;
    }

    private void stageLines(List<NewDocument> documents) {
        CopyRows rows = new CopyRows();
        for (NewDocument document : documents) {
            int number = 1;
            for (NewLine line : document.lines()) {
                MeasuredUsage usage = line.usage();
                rows.add(
                        document.id(),
                        number++,
                        line.itemId(),
                        line.productId(),
                        line.kind().wire(),
                        line.description(),
                        line.period().start(),
                        line.period().end(),
                        line.quantity(),
                        line.unitPrice(),
                        line.undiscounted(),
                        line.discount(),
                        line.net(),
                        line.tax(),
                        line.taxCategory(),
                        line.taxPercent(),
                        line.taxIncluded(),
                        line.changeSequence(),
                        line.replaces(),
                        usage == null ? null : usage.used(),
                        usage == null ? null : usage.allowance(),
                        usage == null ? null : usage.unitOfMeasure(),
                        usage == null ? null : usage.rolledOver(),
                        usage == null ? null : usage.formula());
            }
        }
        database.copy("billing_stage_line", rows);
    }

    private void stageTaxes(List<NewDocument> documents) {
        CopyRows rows = new CopyRows();
        for (NewDocument document : documents) {
            int number = 1;
            for (TaxTotal tax : document.taxes()) {
                rows.add(
                        document.id(),
                        number++,
                        tax.category(),
                        tax.jurisdiction(),
                        tax.percent(),
                        tax.linePercent(),
                        tax.net(),
                        tax.tax());
            }
        }
        database.copy("billing_stage_tax", rows);
    }
}
