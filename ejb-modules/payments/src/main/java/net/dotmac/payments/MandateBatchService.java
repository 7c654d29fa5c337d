package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.persistence.MandateBulkWriter;

/** Takes over many mandates at once; each is checked as if it came alone, but counts as used when it was used before. */
@Stateless
@Interceptors(CallInterceptor.class)
public class MandateBatchService {

    @Inject
    private MandateBulkWriter writer;

    @Inject
    private QuotationService quotations;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    /** What {@link #carry} would refuse of these mandates, one thing of each; empty if it would take them all. */
    @Requires("mandate.write")
    public List<Refusal> check(List<CarriedMandate> mandates) {
        Payers payers = payers(mandates);
        List<Refusal> refused = new ArrayList<>();
        List<Mandate> sound = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < mandates.size(); i++) {
            try {
                sound.add(payers.mandate(mandates.get(i)));
                positions.add(i);
            } catch (DomainException e) {
                refused.add(Refusal.of(i, e));
            }
        }
        Set<String> references =
                writer.references(sound.stream().map(Mandate::reference).toList());
        Set<UUID> standing =
                writer.standing(sound.stream().map(Mandate::billingAccountId).toList());
        for (int i = 0; i < sound.size(); i++) {
            if (references.contains(sound.get(i).reference())) {
                refused.add(new Refusal(positions.get(i), "reference", "A mandate has this reference.", true));
            } else if (standing.contains(sound.get(i).billingAccountId())) {
                refused.add(new Refusal(
                        positions.get(i), "billingAccountId", "The account has a mandate that stands.", true));
            }
        }
        return refused;
    }

    /**
     * Keeps active mandates, all or none. Nothing is told of each single one; who carries many over tells of them together.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code mandate-exists}
     */
    @Requires("mandate.write")
    public void carry(List<CarriedMandate> mandates) {
        Payers payers = payers(mandates);
        if (writer.add(mandates.stream().map(payers::mandate).toList()) != mandates.size()) {
            throw new DomainException(
                    PaymentProblem.MANDATE_EXISTS,
                    "One of these references is taken, or one of the accounts has a mandate. Check them anew.",
                    "reference");
        }
    }

    private Payers payers(List<CarriedMandate> mandates) {
        Set<UUID> named =
                mandates.stream().map(each -> each.data().billingAccountId()).collect(Collectors.toSet());
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            Map<UUID, QuotedAccount> accounts = quotations.accountsById(named).stream()
                    .collect(Collectors.toMap(QuotedAccount::id, Function.identity()));
            Map<UUID, BillTo> buyers = customers.billTo(
                    accounts.values().stream().map(QuotedAccount::customerId).collect(Collectors.toSet()));
            return new Payers(accounts, buyers, clock.today(), clock.now());
        }
    }

    /** Who pays by these mandates. */
    private record Payers(Map<UUID, QuotedAccount> accounts, Map<UUID, BillTo> buyers, LocalDate today, Instant now) {

        Mandate mandate(CarriedMandate told) {
            MandateData data = told.data();
            QuotedAccount account = accounts.get(data.billingAccountId());
            if (account == null || !account.currency().equals("EUR")) {
                throw DomainException.invalid("billingAccountId", "A mandate needs a billing account of ours in EUR.");
            }
            requireUse(data.signedOn(), told.lastCollectedOn());
            LocalDate counted = told.lastCollectedOn() == null ? data.signedOn() : told.lastCollectedOn();
            MandateData checked = MandateForm.checked(
                    new MandateData(
                            account.id(),
                            data.reference(),
                            data.scheme(),
                            data.sequence(),
                            counted,
                            MandateForm.whole(data.debtor(), buyers.get(account.customerId()))),
                    today);
            Mandate mandate = new Mandate(
                    new MandateData(
                            account.id(),
                            checked.reference(),
                            checked.scheme(),
                            checked.sequence(),
                            data.signedOn(),
                            checked.debtor()),
                    now);
            if (told.lastCollectedOn() != null) {
                mandate.collected(told.lastCollectedOn());
            }
            return mandate;
        }

        private static void requireUse(LocalDate signedOn, LocalDate lastCollectedOn) {
            if (lastCollectedOn != null && (signedOn == null || lastCollectedOn.isBefore(signedOn))) {
                throw DomainException.invalid(
                        "signedOn", "Found " + signedOn + ", expected a day not after its last use.");
            }
        }
    }
}
