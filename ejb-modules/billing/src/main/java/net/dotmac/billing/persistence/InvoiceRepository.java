package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.SettlementState;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.OpenItem;

/** Finds issued documents, their lines and taxes. */
@ApplicationScoped
public class InvoiceRepository {

    static final String LINE = "select invoice_id, line_no, item_id, product_id, kind, description, period_start, "
            + "period_end, quantity, unit_price, discount_minor, net_minor, tax_minor, tax_category, tax_percent, "
            + "tax_included, used, allowance, unit_of_measure, rolled_over, formula, change_sequence, replaces "
            + "from billing.invoice_line ";

    private final EntityList<Invoice> list = new EntityList<>(Invoice.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("number", "e.number", String.class)
            .with("billNo", "e.number", String.class)
            .with("kind", "e.kind", String.class)
            .with("state", "e.state", String.class)
            .with("billingAccount.id", "e.billingAccountId", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("customerId", "e.customerId", UUID.class)
            .through(
                    "customerId",
                    "a.customerId",
                    "e.billingAccountId in (select a.id from BillingAccount a where a.tenantId = :tenant and %s)")
            .with("runId", "e.runId", UUID.class)
            .with("correctsId", "e.correctsId", UUID.class)
            .with("cycleDate", "e.cycleDate", LocalDate.class)
            .with("issuedOn", "e.issuedOn", LocalDate.class)
            .with("billDate", "e.issuedOn", LocalDate.class)
            .with("dueOn", "e.dueOn", LocalDate.class)
            .with("paymentDueDate", "e.dueOn", LocalDate.class)
            .with("currency", "e.currency", String.class)
            .with("grossMinor", "e.grossMinor", Long.class)
            .with("buyerName", "e.buyerName", String.class)
            .with("createdAt", "e.createdAt", Instant.class);

    @PersistenceContext(unitName = "billing")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<Invoice> find(UUID id) {
        return TenantQuery.byId(em, Invoice.class, id);
    }

    public Page<Invoice> find(Query query) {
        return list.find(em, query);
    }

    public List<Invoice> findAll(Collection<UUID> ids) {
        return em.createQuery("select e from Invoice e where e.id in :ids order by e.id", Invoice.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Notes how far documents are settled; what is no document of ours, such as a payment, is passed over. */
    public void settle(Collection<OpenItem> items) {
        database.update(
                "update billing.invoice i set state = s.state from unnest(?, ?) as s (id, state) "
                        + "where i.id = s.id and i.state <> s.state",
                items.stream().map(OpenItem::documentId).toArray(UUID[]::new),
                items.stream()
                        .map(item -> SettlementState.of(item.amountMinor(), item.openMinor())
                                .wire())
                        .toArray(String[]::new));
    }

    public List<StoredLine> lines(Collection<UUID> invoiceIds) {
        return database.list(
                LINE + "where invoice_id = any(?) order by invoice_id, line_no", InvoiceRepository::line, (Object)
                        invoiceIds.toArray(UUID[]::new));
    }

    public List<TaxTotal> taxes(UUID invoiceId) {
        return database.list(
                "select category, jurisdiction, percent, line_percent, net_minor, tax_minor "
                        + "from billing.invoice_tax where invoice_id = ? order by tax_no",
                row -> new TaxTotal(
                        row.getString(1),
                        row.getString(2),
                        plain(row.getBigDecimal(3)),
                        plain(row.getBigDecimal(4)),
                        row.getLong(5),
                        row.getLong(6)),
                invoiceId);
    }

    /** Credit notes of one invoice wait for each other here, so that none credits what another has credited. */
    public void lockForCredit(UUID billingAccountId) {
        database.list(
                "select id from billing.billing_account where id = ? for update",
                row -> row.getObject(1, UUID.class),
                billingAccountId);
    }

    /** The lines of all credit notes of an invoice, oldest first. */
    public List<StoredLine> creditedLines(UUID invoiceId) {
        List<UUID> notes = database.list(
                "select id from billing.invoice where corrects_id = ? and kind = 'creditNote' order by id",
                row -> row.getObject(1, UUID.class),
                invoiceId);
        return notes.isEmpty() ? List.of() : lines(notes);
    }

    static StoredLine line(ResultSet row) throws SQLException {
        InvoiceLineDetails details = new InvoiceLineDetails(
                row.getObject("invoice_id", UUID.class),
                row.getInt("line_no"),
                row.getObject("item_id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("kind"),
                row.getString("description"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                plain(row.getBigDecimal("quantity")),
                plain(row.getBigDecimal("unit_price")),
                row.getLong("discount_minor"),
                row.getLong("net_minor"),
                row.getLong("tax_minor"),
                row.getString("tax_category"),
                plain(row.getBigDecimal("tax_percent")),
                row.getBoolean("tax_included"),
                plain(row.getBigDecimal("used")),
                plain(row.getBigDecimal("allowance")),
                row.getString("unit_of_measure"),
                plain(row.getBigDecimal("rolled_over")),
                row.getString("formula"));
        return new StoredLine(details, row.getInt("change_sequence"), row.getObject("replaces", UUID.class));
    }

    /** Without the zeros that the column's scale adds: 20 and not 20.00000000, nor 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
