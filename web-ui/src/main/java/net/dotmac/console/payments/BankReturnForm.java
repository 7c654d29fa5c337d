package net.dotmac.console.payments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PaymentDetails;
import net.dotmac.payments.PaymentService;

/** Says which payment came back: of an account, one that stands and is no larger than what went out. */
class BankReturnForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 50;

    private final transient Money out;
    private final transient PaymentService payments;
    private final Select<PaymentDetails> payment = new Select<>();

    BankReturnForm(Money out, Supplier<AccountChooser> choosers, PaymentService payments, Consumer<UUID> done) {
        this.out = out;
        this.payments = payments;
        addClassName("filters");
        payment.setLabel(Words.of("payments.payment"));
        payment.setWidth("22rem");
        payment.setEnabled(false);
        payment.setItemLabelGenerator(
                each -> Formats.day(each.receivedOn()) + " · " + BankWords.money(each.amountMinor(), each.currency()));
        AccountChooser account = choosers.get();
        account.addValueChangeListener(change -> offer(change.getValue()));
        Button take = new Button(Words.of("payments.takeBack"), click -> {
            if (payment.getValue() != null) {
                done.accept(payment.getValue().id());
            }
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(account, payment, take);
    }

    private void offer(QuotedAccount account) {
        List<PaymentDetails> standing = account == null ? List.of() : standing(account);
        payment.setItems(standing);
        payment.setEnabled(!standing.isEmpty());
        payment.setHelperText(standing.isEmpty() && account != null ? Words.of("payments.payment.none") : null);
        standing.stream()
                .filter(each -> each.amountMinor() == out.minor())
                .findFirst()
                .ifPresent(payment::setValue);
    }

    private List<PaymentDetails> standing(QuotedAccount account) {
        Query query = Query.where(
                        Filter.equal("billingAccountId", account.id().toString()), Filter.equal("state", "recorded"))
                .orderBy("receivedOn", true)
                .page(0, OFFERED);
        try (CallContext.Scope scope =
                CallContext.current().with("payment.read").bind()) {
            return payments.list(query).rows().stream()
                    .filter(each ->
                            each.amountMinor() <= out.minor() && each.currency().equals(out.currency()))
                    .toList();
        }
    }
}
