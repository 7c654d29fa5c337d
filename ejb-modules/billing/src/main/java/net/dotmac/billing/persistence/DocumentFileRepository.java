package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.InvoiceFile;
import net.dotmac.billing.domain.EInvoiceTerms;
import net.dotmac.billing.domain.ElectronicAddress;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** The files of documents, each kept as it was first given out, and what e-invoices say beyond the document. */
@ApplicationScoped
public class DocumentFileRepository {

    /** The PDF without an e-invoice inside. */
    public static final String PDF = "pdf";

    @Inject
    private Database database;

    /** @param named its name and media type; content and hash are read */
    public Optional<InvoiceFile> find(UUID invoiceId, String kind, InvoiceFile named) {
        return database.first(
                "select content, sha256 from billing.document_file where invoice_id = ? and kind = ?",
                row -> new InvoiceFile(named.name(), named.mediaType(), row.getBytes(1), row.getString(2)),
                invoiceId,
                kind);
    }

    /** Keeps a file unless one of its kind is kept already. */
    public void add(UUID invoiceId, String kind, InvoiceFile file) {
        database.update(
                "insert into billing.document_file (tenant_id, invoice_id, kind, sha256, content) "
                        + "values (?, ?, ?, ?, ?) on conflict do nothing",
                CallContext.current().tenantId(),
                invoiceId,
                kind,
                file.sha256(),
                file.content());
    }

    /** What was copied of the buyer's wishes when the document was issued, and where the seller is reached now. */
    public EInvoiceTerms terms(UUID invoiceId) {
        ElectronicAddress seller = database.first(
                        "select endpoint_scheme, endpoint from billing.document_settings",
                        row -> address(row.getString(1), row.getString(2)))
                .flatMap(address -> address)
                .orElse(null);
        return database.first(
                        "select buyer_reference, purchase_order, endpoint_scheme, endpoint from billing.invoice_reference "
                                + "where invoice_id = ?",
                        row -> new EInvoiceTerms(
                                row.getString(1),
                                row.getString(2),
                                seller,
                                address(row.getString(3), row.getString(4)).orElse(null),
                                null),
                        invoiceId)
                .orElse(new EInvoiceTerms(null, null, seller, null, null));
    }

    /** What the mail of an account's documents brings, {@code none} included; empty for the tenant's way. */
    public Optional<String> formatOf(UUID billingAccountId) {
        return database.first(
                        "select e_invoice from billing.billing_account where id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        billingAccountId)
                .flatMap(format -> format);
    }

    private static Optional<ElectronicAddress> address(String scheme, String id) {
        return Optional.ofNullable(ElectronicAddress.of(scheme, id));
    }
}
