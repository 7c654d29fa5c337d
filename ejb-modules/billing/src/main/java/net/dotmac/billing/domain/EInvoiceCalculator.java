package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.dotmac.billing.BillingProblem;
import net.dotmac.billing.domain.EInvoice.Party;
import net.dotmac.billing.domain.EInvoice.Payment;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.platform.Seller;

/** Says an issued document in the terms of EN 16931. Whatever can't be said rightly is refused, never said wrongly. */
final class EInvoiceCalculator {

    private static final String SEPA_CREDIT_TRANSFER = "58";
    private static final String CREDIT_TRANSFER = "30";
    private static final String CLEARING = "97";
    private static final String NOT_DEFINED = "1";

    private final InvoiceDocument document;
    private final EInvoiceTerms terms;
    private final InvoiceWords words;
    private final EInvoiceVatCalculator vat;
    private final int sign;
    private final int decimals;

    private EInvoiceCalculator(InvoiceDocument document, EInvoiceTerms terms) {
        this.document = document;
        this.terms = terms;
        this.words =
                new InvoiceWords(document.buyer().language(), document.seller().country(), document.currency());
        this.vat = new EInvoiceVatCalculator(document, words);
        this.sign = document.kind() == DocumentKind.CREDIT_NOTE ? -1 : 1;
        this.decimals = Money.decimals(document.currency());
    }

    /**
     * The document as an e-invoice.
     *
     * @throws DomainException {@code einvoice-not-possible} naming everything that stands against it
     */
    static EInvoice of(InvoiceDocument document, EInvoiceTerms terms) {
        EInvoiceCalculator calculator = new EInvoiceCalculator(document, terms);
        List<String> against = calculator.obstacles();
        if (!against.isEmpty()) {
            throw new DomainException(
                    BillingProblem.E_INVOICE_NOT_POSSIBLE,
                    "No e-invoice of " + document.number() + " can be made: " + String.join("; ", against) + ".");
        }
        return calculator.eInvoice();
    }

    static List<String> obstacles(InvoiceDocument document, EInvoiceTerms terms) {
        return new EInvoiceCalculator(document, terms).obstacles();
    }

    private List<String> obstacles() {
        return EInvoicePolicy.against(document, seller(), buyer());
    }

    private EInvoice eInvoice() {
        boolean isCredit = sign < 0;
        return new EInvoice(
                typeCode(),
                document.number(),
                document.issuedOn(),
                isCredit ? null : document.dueOn(),
                document.currency(),
                orElse(terms.buyerReference(), document.accountNumber()),
                EInvoiceText.clean(terms.purchaseOrder()),
                document.correctedNumber(),
                terms.correctedOn(),
                period(),
                seller(),
                buyer(),
                paymentTerms(),
                payment(),
                lines(),
                vat.vats(sign, decimals),
                amount(document.net()),
                amount(document.tax()),
                amount(document.gross()));
    }

    /** BT-3, of UNTDID 1001. Between Germans Peppol's rule DE-R-017 knows no debit note, so one is a commercial invoice there. */
    private String typeCode() {
        return switch (document.kind()) {
            case INVOICE -> "380";
            case CREDIT_NOTE -> "381";
            case DEBIT_NOTE -> "DE".equals(seller().country()) && "DE".equals(buyer().country()) ? "380" : "383";
        };
    }

    private List<EInvoice.Line> lines() {
        List<EInvoice.Line> lines = new ArrayList<>();
        for (InvoiceDocument.Line line : document.lines()) {
            EInvoiceLineCalculator.Priced priced = EInvoiceLineCalculator.price(line, sign, decimals);
            lines.add(new EInvoice.Line(
                    lines.size() + 1,
                    name(line),
                    note(line),
                    line.period(),
                    priced.quantity(),
                    EInvoiceLineCalculator.unit(line),
                    priced.price(),
                    priced.base(),
                    priced.discount(),
                    priced.net(),
                    vat.category(line),
                    vat.percent(line)));
        }
        return lines;
    }

    private String name(InvoiceDocument.Line line) {
        String description = orElse(line.description(), document.number());
        return switch (line.kind()) {
            case RECURRING_CREDIT -> words.text("credit", description);
            case LATE_USAGE -> words.text("lateUsage", description);
            case LATE_FEE -> words.text("lateFee");
            default -> description;
        };
    }

    private String note(InvoiceDocument.Line line) {
        return line.usage() == null
                ? null
                : EInvoiceText.clean(words.text(
                        "usage",
                        words.quantity(line.usage().used()),
                        words.quantity(line.usage().allowance()),
                        line.usage().unitOfMeasure()));
    }

    private BillingPeriod period() {
        List<BillingPeriod> periods =
                document.lines().stream().map(InvoiceDocument.Line::period).toList();
        LocalDate start = periods.stream()
                .map(BillingPeriod::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end = periods.stream()
                .map(BillingPeriod::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new BillingPeriod(start, end);
    }

    private Party seller() {
        Seller seller = document.seller();
        String vatId = EInvoiceText.compact(seller.vatId());
        return new Party(
                vatId,
                EInvoiceText.clean(seller.legalName()),
                EInvoiceText.clean(seller.street()),
                EInvoiceText.clean(seller.postcode()),
                EInvoiceText.clean(seller.city()),
                seller.country(),
                isOutside() ? null : vatId,
                terms.seller() == null ? ElectronicAddress.ofEmail(seller.email()) : terms.seller(),
                EInvoiceText.clean(seller.email()),
                EInvoiceText.clean(seller.phone()));
    }

    private Party buyer() {
        BillTo buyer = document.buyer();
        PostalAddress address = buyer.address() == null ? new PostalAddress(null, null, null, null) : buyer.address();
        return new Party(
                buyer.customerNumber(),
                EInvoiceText.clean(buyer.name()),
                EInvoiceText.clean(address.street()),
                EInvoiceText.clean(address.postcode()),
                EInvoiceText.clean(address.city()),
                address.country(),
                isOutside() ? null : EInvoiceText.compact(buyer.vatId()),
                terms.buyer() == null ? ElectronicAddress.ofEmail(buyer.email()) : terms.buyer(),
                null,
                null);
    }

    /** Where VAT has no say, no VAT identifiers may stand. */
    private boolean isOutside() {
        return document.lines().stream().allMatch(line -> vat.category(line).equals(EInvoiceVatCalculator.OUTSIDE));
    }

    private String paymentTerms() {
        if (document.gross() == 0) {
            return words.text("nothingToPay");
        }
        return sign < 0
                ? words.text("credited", words.amountWithCurrency(-document.gross()))
                : words.text("pay", words.amountWithCurrency(document.gross()), words.date(document.dueOn()));
    }

    /** A credit note is cleared with what is open; an invoice is paid to the seller's account if he has one. */
    private Payment payment() {
        String account = EInvoiceText.compact(document.seller().bankAccount());
        if (sign < 0) {
            return new Payment(CLEARING, null, null, document.number());
        }
        if (account == null) {
            return new Payment(NOT_DEFINED, null, null, document.number());
        }
        if (!EInvoiceText.isIban(account)) {
            return new Payment(
                    CREDIT_TRANSFER, null, EInvoiceText.clean(document.seller().bankAccount()), document.number());
        }
        String code = document.currency().equals("EUR") ? SEPA_CREDIT_TRANSFER : CREDIT_TRANSFER;
        return new Payment(code, account, null, document.number());
    }

    private BigDecimal amount(long minor) {
        return BigDecimal.valueOf(sign * minor, decimals);
    }

    private static String orElse(String text, String otherwise) {
        String clean = EInvoiceText.clean(text);
        return clean == null ? otherwise : clean;
    }
}
