package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.BillingAccount;
import net.dotmac.billing.domain.NumberPattern;
import net.dotmac.billing.persistence.AccountBulkWriter;
import net.dotmac.billing.persistence.NumberRepository;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.Requires;

/** Opens many billing accounts at once; each is checked as if it came alone. */
@Stateless
@Interceptors(CallInterceptor.class)
public class AccountBatchService {

    private static final String ANY_NUMBER = "-";

    @Inject
    private AccountBulkWriter writer;

    @Inject
    private NumberRepository numbers;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    /**
     * What {@link #openAll} would refuse of these accounts, one thing of each; empty if it would open them all. Their customers may
     * still be unknown.
     */
    @Requires("billingAccount.write")
    public List<Refusal> check(List<AccountOpening> accounts) {
        Instant now = clock.now();
        LocalDate today = clock.today();
        Set<String> taken = writer.taken(accounts.stream()
                .filter(AccountOpening::hasNumber)
                .map(account -> account.data().number())
                .toList());
        NumberPattern own = numbers.pattern(NumberRepository.BILLING_ACCOUNT);
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            AccountOpening account = accounts.get(i);
            String number = account.data().number();
            if (account.hasNumber() && taken.contains(number)) {
                refused.add(new Refusal(i, "number", "The billing account number is taken.", true));
            } else if (account.hasNumber() && own.couldWrite(number)) {
                refused.add(new Refusal(
                        i,
                        "number",
                        "The tenant's own series " + own + " may come to this number; leave it empty for the next one.",
                        true));
            } else {
                try {
                    opened(account.hasNumber() ? account : account.numbered(ANY_NUMBER), today, now);
                } catch (DomainException e) {
                    refused.add(Refusal.of(i, e));
                }
            }
        }
        return refused;
    }

    /**
     * Opens accounts, all or none; each is billed first on its first cycle date from today on. Nothing is told of each single one;
     * who opens many tells of them together.
     *
     * @throws DomainException {@code invalid-value} naming the attribute, an unknown customer's too; {@code
     *     billing-account-number-taken}
     */
    @Requires("billingAccount.write")
    public void openAll(List<AccountOpening> accounts) {
        Instant now = clock.now();
        LocalDate today = clock.today();
        requireCustomers(accounts);
        List<BillingAccountDetails> opened = numbered(accounts, today).stream()
                .map(account -> opened(account, today, now).details())
                .toList();
        if (writer.add(opened) != accounts.size()) {
            throw new DomainException(
                    BillingProblem.NUMBER_TAKEN,
                    "One of these billing account numbers is taken, or stands here twice. Check them anew.",
                    "number");
        }
    }

    private void requireCustomers(List<AccountOpening> accounts) {
        Set<UUID> named =
                accounts.stream().map(account -> account.data().customerId()).collect(Collectors.toSet());
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            if (customers.billTo(named).size() != named.size()) {
                throw DomainException.invalid("customerId", "A billing account needs a customer who exists here.");
            }
        }
    }

    private List<AccountOpening> numbered(List<AccountOpening> accounts, LocalDate today) {
        int unnumbered = Math.toIntExact(
                accounts.stream().filter(account -> !account.hasNumber()).count());
        if (unnumbered == 0) {
            return accounts;
        }
        NumberRepository.Block block = numbers.take(NumberRepository.BILLING_ACCOUNT, unnumbered, today);
        long next = block.first();
        List<AccountOpening> numbered = new ArrayList<>(accounts.size());
        for (AccountOpening account : accounts) {
            numbered.add(account.hasNumber() ? account : account.numbered(block.number(next++)));
        }
        return numbered;
    }

    private static BillingAccount opened(AccountOpening opening, LocalDate today, Instant now) {
        BillingAccount account = new BillingAccount(opening.data().number(), opening.data(), today, now);
        account.change(opening.documents(), now);
        return account;
    }
}
