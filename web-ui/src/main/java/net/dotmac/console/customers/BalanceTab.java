package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.console.billing.BillingWords;
import net.dotmac.console.billing.PaymentDialog;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.LedgerService;
import net.dotmac.payments.PaymentDetails;
import net.dotmac.payments.PaymentService;

/** What the customer owes and paid, by billing account. */
@Dependent
public class BalanceTab implements CustomerTab {

    private final BillingAccountService accounts;
    private final LedgerService ledger;
    private final PaymentService payments;

    @Inject
    public BalanceTab(BillingAccountService accounts, LedgerService ledger, PaymentService payments) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public String title() {
        return "customers.balance";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return "billingAccount.read";
    }

    @Override
    public List<Component> badges(CustomerDetails customer) {
        return balances(accountsOf(customer)).values().stream()
                .filter(balance -> balance.dueMinor() > 0)
                .map(balance -> (Component) new Badge(
                        Words.of(
                                balance.overdueMinor() > 0 ? "customers.overdue" : "customers.due",
                                BillingWords.money(
                                        balance.overdueMinor() > 0 ? balance.overdueMinor() : balance.dueMinor(),
                                        balance.currency())),
                        balance.overdueMinor() > 0 ? Badge.Tone.BAD : Badge.Tone.INFO))
                .toList();
    }

    private List<BillingAccountDetails> accountsOf(CustomerDetails customer) {
        return accounts.list(
                        Query.where(Filter.equal("customerId", customer.id().toString())))
                .rows();
    }

    /** Whoever may see an account may see what stands on it, without the ledger's own permission. */
    private Map<UUID, AccountBalance> balances(List<BillingAccountDetails> own) {
        List<UUID> ids = own.stream().map(BillingAccountDetails::id).toList();
        try (var scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.balances(ids).stream()
                    .collect(Collectors.toMap(AccountBalance::billingAccountId, Function.identity(), (a, b) -> a));
        }
    }

    @Override
    public Component content(CustomerDetails customer) {
        List<BillingAccountDetails> own = accountsOf(customer);
        if (own.isEmpty()) {
            return new EmptyState(Words.of("customers.noAccounts"), Words.of("customers.noAccounts.text"));
        }
        Map<UUID, AccountBalance> balances = balances(own);
        Div cards = new Div();
        cards.addClassName("cards");
        own.forEach(account -> cards.add(card(account, balances.get(account.id()))));
        return cards;
    }

    private Component card(BillingAccountDetails account, AccountBalance balance) {
        RouterLink link = new RouterLink();
        link.setText(Words.of("billing.account.title", account.number()));
        link.getElement().setAttribute("href", "accounts/" + account.id());
        Div head = new Div(new H3(link));
        head.addClassName("card-head");
        String currency = account.currency();
        Facts facts = new Facts()
                .with(
                        Words.of("customers.dueNow"),
                        BillingWords.money(balance == null ? 0 : balance.dueMinor(), currency))
                .with(
                        Words.of("customers.overdueNow"),
                        BillingWords.money(balance == null ? 0 : balance.overdueMinor(), currency))
                .with(
                        Words.of("customers.credit"),
                        BillingWords.money(balance == null ? 0 : balance.creditMinor(), currency))
                .with(Words.of("billing.nextBillOn"), Formats.day(account.nextBillOn()));
        Div card = new Div(head, facts, paymentsOf(account));
        card.addClassName("card");
        if (Person.signedIn().may("payment.write")) {
            card.add(new Button(
                    Words.of("customers.recordPayment"),
                    click -> new PaymentDialog(payments, account, balance).open()));
        }
        return card;
    }

    private Component paymentsOf(BillingAccountDetails account) {
        Div list = new Div();
        if (Person.signedIn().may("payment.read")) {
            Query query = Query.where(
                            Filter.equal("billingAccountId", account.id().toString()))
                    .orderBy("receivedOn", true)
                    .page(0, 12);
            for (PaymentDetails payment : payments.list(query).rows()) {
                Div line = new Div(
                        new Div(Formats.day(payment.receivedOn()) + " · "
                                + Words.of("billing.method." + payment.method())),
                        new Div(BillingWords.money(payment.amountMinor(), payment.currency())));
                line.addClassName("price-line");
                list.add(line);
            }
        }
        return list;
    }
}
