package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.persistence.CarriedDocumentWriter;
import net.dotmac.billing.persistence.QuotationReader;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.OpeningBalanceService;
import net.dotmac.ledger.OpeningItem;

/** Takes over open documents of another system; from then on they are quoted, paid and dunned by their old numbers. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CarriedDocumentService {

    private static final int LONGEST_NUMBER = 40;

    @Inject
    private CarriedDocumentWriter writer;

    @Inject
    private QuotationReader accounts;

    @Inject
    private OpeningBalanceService ledger;

    /** What {@link #carry} would refuse of these documents, one thing of each; empty if it would take them all. */
    @Requires("invoice.carry")
    public List<Refusal> check(List<CarriedDocument> documents) {
        Set<String> taken =
                writer.taken(documents.stream().map(CarriedDocument::number).toList());
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            CarriedDocument document = documents.get(i);
            if (document.number().length() > LONGEST_NUMBER) {
                refused.add(new Refusal(
                        i, "number", "Expected a number of 1 to " + LONGEST_NUMBER + " characters.", false));
            } else if (taken.contains(document.number())) {
                refused.add(new Refusal(i, "number", "A document with this number is here already.", true));
            }
        }
        return refused;
    }

    /**
     * Keeps the documents and books them as open, all or none, in the caller's transaction.
     *
     * @throws DomainException {@code document-number-taken}; {@code invalid-value} for an unknown account
     */
    @Requires("invoice.carry")
    public void carry(List<CarriedDocument> documents) {
        Set<UUID> named =
                documents.stream().map(CarriedDocument::billingAccountId).collect(Collectors.toSet());
        if (accounts.accountsById(named).size() != named.size()) {
            throw DomainException.invalid("billingAccountId", "An open document needs a billing account of ours.");
        }
        if (writer.add(documents) != documents.size()) {
            throw new DomainException(
                    BillingProblem.DOCUMENT_NUMBER_TAKEN,
                    "One of these document numbers is taken, or stands here twice. Check them anew.",
                    "number");
        }
        CallContext.current()
                .with("ledger.book")
                .run(() -> ledger.book(documents.stream()
                        .map(document -> new OpeningItem(
                                document.id(),
                                document.billingAccountId(),
                                !document.isCredit(),
                                document.open(),
                                document.dueOn()))
                        .toList()));
    }
}
