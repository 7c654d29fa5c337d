package net.dotmac.console.payouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.console.cards.CardPaymentDialog;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.LedgerService;
import net.dotmac.payments.Checkouts;
import net.dotmac.payments.CreditTransferService;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.payments.PayoutService;

/** Makes the panel about an account's credit for its page: what there is, what goes back, and how to send it. */
@Dependent
public class CreditPanels {

    private static final int SHOWN = 5;

    @Inject
    private PayoutService payouts;

    @Inject
    private CreditTransferService transfers;

    @Inject
    private Checkouts checkouts;

    @Inject
    private QuotationService quotations;

    @Inject
    private LedgerService ledger;

    /** What can be spent in the account's currency, and its last payouts. */
    public Panel of(BillingAccountDetails account) {
        Money credit = credit(account);
        List<Component> content = new ArrayList<>();
        Div row = new Div(new Span(Words.of("payouts.credit.is", Formats.money(credit))));
        row.addClassName("filters");
        if (credit.isPositive() && Person.signedIn().may("payout.write")) {
            row.add(new Button(Words.of("payouts.refund"), click -> new RefundDialog(payouts, account, credit).open()));
        }
        if (credit.isPositive() && Person.signedIn().may("credit.move")) {
            List<QuotedAccount> others = others(account);
            if (!others.isEmpty()) {
                row.add(new Button(
                        Words.of("payouts.transfer"),
                        click -> new CreditTransferDialog(transfers, account, credit, others).open()));
            }
        }
        if (Person.signedIn().may("paymentIntent.write")) {
            row.add(new Button(Words.of("cards.ask"), click -> new CardPaymentDialog(checkouts, account.id()).open()));
        }
        content.add(row);
        lastPayouts(account).forEach(each -> content.add(PayoutWords.line(each)));
        return new Panel(Words.of("payouts.credit"), content.toArray(Component[]::new));
    }

    private List<QuotedAccount> others(BillingAccountDetails account) {
        return quotations.accountsOf(List.of(account.customerId())).stream()
                .filter(each -> !each.id().equals(account.id()))
                .filter(each -> each.currency().equals(account.currency()))
                .toList();
    }

    private List<PayoutDetails> lastPayouts(BillingAccountDetails account) {
        return payouts.list(new Query(
                        List.of(Filter.equal("billingAccountId", account.id().toString())),
                        Query.all().orderBy("id", true).sorts(),
                        0,
                        SHOWN))
                .rows();
    }

    private Money credit(BillingAccountDetails account) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            long minor = ledger.balances(List.of(account.id())).stream()
                    .filter(each -> each.currency().equals(account.currency()))
                    .mapToLong(AccountBalance::creditMinor)
                    .sum();
            return new Money(minor, account.currency());
        }
    }
}
