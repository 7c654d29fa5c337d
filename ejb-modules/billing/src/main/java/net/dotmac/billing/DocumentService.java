package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import net.dotmac.billing.domain.EInvoiceFormat;
import net.dotmac.billing.domain.EInvoiceRenderer;
import net.dotmac.billing.domain.EInvoiceTerms;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.InvoiceDocument;
import net.dotmac.billing.domain.InvoicePdfRenderer;
import net.dotmac.billing.persistence.DocumentFileRepository;
import net.dotmac.billing.persistence.DocumentSettingsRepository;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.billing.persistence.SellerCopyRepository;
import net.dotmac.billing.persistence.StoredLine;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/**
 * The files of issued documents. Each is made when it is first asked for, kept with its SHA-256, and from then on given out as it
 * is, whatever settings change.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class DocumentService {

    private static final InvoiceFile PDF = new InvoiceFile(".pdf", "application/pdf", null, null);

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private DocumentFileRepository files;

    @Inject
    private DocumentSettingsRepository settings;

    @Inject
    private SellerCopyRepository sellers;

    @Inject
    private AuditTrail audit;

    /**
     * The PDF; for accounts with Factur-X the one with the e-invoice inside, where one is possible. Whichever was given out first
     * stays the document's PDF.
     */
    @Requires("invoice.read")
    public InvoiceFile pdf(UUID id) {
        Invoice invoice = require(id);
        InvoiceFile named = new InvoiceFile(invoice.number() + PDF.name(), PDF.mediaType(), null, null);
        return files.find(id, DocumentFileRepository.PDF, named)
                .or(() -> files.find(id, EInvoiceFormat.FACTUR_X.wire(), named))
                .or(() -> wanted(invoice)
                        .filter(EInvoiceFormat.FACTUR_X::equals)
                        .flatMap(format -> possible(invoice, format))
                        .map(file -> new InvoiceFile(named.name(), named.mediaType(), file.content(), file.sha256())))
                .orElseGet(() -> plainPdf(invoice));
    }

    /**
     * An e-invoice by EN 16931.
     *
     * @param format {@code ubl}, {@code cii} or {@code facturX}
     * @throws DomainException {@code invalid-value} for another format; {@code einvoice-not-possible} naming all reasons
     */
    @Requires("invoice.read")
    public InvoiceFile eInvoice(UUID id, String format) {
        Invoice invoice = require(id);
        return eInvoice(invoice, EInvoiceFormat.ofWire("format", format));
    }

    /** Everything that stands against an e-invoice of the document, in words; empty if nothing does. */
    @Requires("invoice.read")
    public List<String> eInvoiceObstacles(UUID id) {
        Invoice invoice = require(id);
        return EInvoiceRenderer.obstacles(document(invoice), terms(invoice));
    }

    /** What the mail brings: the PDF, and the XML beside it where the account wants one and one is possible. */
    @Requires("invoice.send")
    public List<InvoiceFile> mailed(UUID id) {
        Invoice invoice = require(id);
        Optional<EInvoiceFormat> wanted = wanted(invoice);
        List<InvoiceFile> mailed = new ArrayList<>();
        if (wanted.filter(EInvoiceFormat.FACTUR_X::equals).isPresent()) {
            possible(invoice, EInvoiceFormat.FACTUR_X)
                    .ifPresent(file -> mailed.add(new InvoiceFile(
                            invoice.number() + PDF.name(), file.mediaType(), file.content(), file.sha256())));
        }
        if (mailed.isEmpty()) {
            mailed.add(plainPdf(invoice));
        }
        wanted.filter(format -> format != EInvoiceFormat.FACTUR_X)
                .flatMap(format -> possible(invoice, format))
                .ifPresent(mailed::add);
        return mailed;
    }

    private Optional<EInvoiceFormat> wanted(Invoice invoice) {
        String format = files.formatOf(invoice.billingAccountId())
                .or(() -> settings.get().map(DocumentSettings::eInvoice))
                .orElse(AccountDocuments.NO_E_INVOICE);
        return format.equals(AccountDocuments.NO_E_INVOICE)
                ? Optional.empty()
                : Optional.of(EInvoiceFormat.ofWire("eInvoice", format));
    }

    /** Empty where it can't be made, which the audit trail then tells: the buyer gets his document all the same, as PDF. */
    private Optional<InvoiceFile> possible(Invoice invoice, EInvoiceFormat format) {
        try {
            return Optional.of(eInvoice(invoice, format));
        } catch (DomainException e) {
            if (e.problem() != BillingProblem.E_INVOICE_NOT_POSSIBLE) {
                throw e;
            }
            audit.record(
                    "invoice.eInvoiceNotPossible",
                    "invoice",
                    invoice.id(),
                    Map.of("format", format.wire(), "reason", e.getMessage()));
            return Optional.empty();
        }
    }

    private InvoiceFile plainPdf(Invoice invoice) {
        return kept(invoice, DocumentFileRepository.PDF, PDF, () -> InvoicePdfRenderer.render(document(invoice)));
    }

    private InvoiceFile eInvoice(Invoice invoice, EInvoiceFormat format) {
        InvoiceFile named = new InvoiceFile(format.ending(), format.mediaType(), null, null);
        return kept(
                invoice,
                format.wire(),
                named,
                () -> EInvoiceRenderer.render(document(invoice), terms(invoice), format));
    }

    private InvoiceFile kept(Invoice invoice, String kind, InvoiceFile type, Supplier<byte[]> maker) {
        InvoiceFile named = new InvoiceFile(invoice.number() + type.name(), type.mediaType(), null, null);
        return files.find(invoice.id(), kind, named).orElseGet(() -> {
            byte[] content = maker.get();
            files.add(invoice.id(), kind, new InvoiceFile(named.name(), named.mediaType(), content, sha256(content)));
            return files.find(invoice.id(), kind, named).orElseThrow();
        });
    }

    private EInvoiceTerms terms(Invoice invoice) {
        EInvoiceTerms terms = files.terms(invoice.id());
        LocalDate correctedOn = invoice.correctsId() == null
                ? null
                : require(invoice.correctsId()).issuedOn();
        return new EInvoiceTerms(
                terms.buyerReference(), terms.purchaseOrder(), terms.seller(), terms.buyer(), correctedOn);
    }

    private InvoiceDocument document(Invoice invoice) {
        Invoice corrected = invoice.correctsId() == null ? null : require(invoice.correctsId());
        return new InvoiceDocument(
                invoice.kind(),
                invoice.number(),
                corrected == null ? null : corrected.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.accountNumber(),
                sellers.get(invoice.sellerCopyId()),
                invoice.buyer(),
                invoice.currency(),
                invoice.treatment(),
                invoices.lines(List.of(invoice.id())).stream()
                        .map(StoredLine::rendered)
                        .toList(),
                invoices.taxes(invoice.id()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Invoice require(UUID id) {
        return invoices.find(id).orElseThrow(() -> DomainException.notFound("invoice", id));
    }
}
