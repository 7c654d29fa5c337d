package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.kernel.CallContext;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettlementService;
import net.dotmac.payments.domain.DebitPlanner;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.persistence.DirectDebitRepository;
import net.dotmac.payments.persistence.MandateRepository;

/** Gathers what is due and who pays by direct debit, with a handful of queries for however many there are. */
@ApplicationScoped
class DebitFinder {

    @Inject
    private MandateRepository mandates;

    @Inject
    private DirectDebitRepository debits;

    @Inject
    private SettlementService settlements;

    @Inject
    private LedgerService ledger;

    @Inject
    private QuotationService quotations;

    /** What a batch of this day would collect. Preview and batch ask the same, and so agree. */
    DirectDebitPlan plan(LocalDate collectOn) {
        List<Mandate> standing = mandates.standing();
        try (CallContext.Scope scope =
                CallContext.current().with("ledger.read", "invoice.read").bind()) {
            Map<UUID, List<OpenItem>> open = settlements.open(
                    standing.stream().map(Mandate::billingAccountId).toList());
            Set<UUID> documents = open.values().stream()
                    .flatMap(List::stream)
                    .filter(OpenItem::isReceivable)
                    .map(OpenItem::documentId)
                    .collect(Collectors.toSet());
            Map<UUID, String> numbers = quotations.invoicesById(documents).stream()
                    .collect(Collectors.toMap(QuotedInvoice::id, QuotedInvoice::number));
            return DebitPlanner.plan(collectOn, standing, open, numbers, debits.past(documents));
        }
    }

    /** What is open now of the invoices of these debits, in cents. */
    Map<UUID, Long> open(Collection<DirectDebit> some) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger
                    .items(some.stream().map(DirectDebit::invoiceId).distinct().toList())
                    .values()
                    .stream()
                    .collect(Collectors.toMap(OpenItem::documentId, OpenItem::openMinor));
        }
    }

    /** The customers of these billing accounts. */
    Map<UUID, UUID> customers(Collection<UUID> billingAccountIds) {
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return quotations.accountsById(billingAccountIds).stream()
                    .collect(Collectors.toMap(QuotedAccount::id, QuotedAccount::customerId));
        }
    }
}
