package net.dotmac.console.payments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankSplit;

/** Says whose payment money is: one account's, or several accounts' parts, with what is left to be divided. */
class BankMatchForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Money amount;
    private final transient Supplier<AccountChooser> choosers;
    private final Div rows = new Div();
    private final Span left = new Span();
    private final List<Row> parts = new ArrayList<>();

    private record Row(AccountChooser account, BigDecimalField amount) {}

    BankMatchForm(Money amount, Supplier<AccountChooser> choosers, Consumer<BankSplit> done) {
        this.amount = amount;
        this.choosers = choosers;
        addClassName("stack");
        rows.addClassName("stack");
        left.addClassName("quiet");
        Button more = new Button(Words.of("payments.split.more"), click -> addPart(null));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button match = new Button(Words.of("payments.match"), click -> {
            BankSplit split = split();
            if (split != null) {
                done.accept(split);
            }
        });
        match.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(match, more, left);
        actions.addClassName("filters");
        add(rows, actions);
        addPart(amount.amount());
    }

    private void addPart(BigDecimal value) {
        AccountChooser account = choosers.get();
        BigDecimalField field = new BigDecimalField(Words.of("payments.amount"));
        field.setSuffixComponent(new Span(amount.currency()));
        field.setValue(value == null ? rest().amount() : value);
        field.addValueChangeListener(change -> tellLeft());
        Div row = new Div(account, field);
        row.addClassName("filters");
        rows.add(row);
        parts.add(new Row(account, field));
        tellLeft();
    }

    private Money rest() {
        Money rest = amount;
        for (Row part : parts) {
            if (part.amount().getValue() != null) {
                rest = rest.minus(Money.of(part.amount().getValue(), amount.currency()));
            }
        }
        return rest;
    }

    private void tellLeft() {
        Money rest = rest();
        left.setText(
                rest.isZero() ? "" : Words.of("payments.split.left", BankWords.money(rest.minor(), rest.currency())));
    }

    private BankSplit split() {
        List<BankSplit.Part> split = new ArrayList<>();
        for (Row part : parts) {
            boolean isUnused = part.account().isEmpty()
                    && parts.size() > 1
                    && isZero(part.amount().getValue());
            if (isUnused) {
                continue;
            }
            part.account().setInvalid(part.account().isEmpty());
            part.account().setErrorMessage(Words.of("payments.account.missing"));
            part.amount().setInvalid(part.amount().getValue() == null);
            if (part.account().isInvalid() || part.amount().isInvalid()) {
                return null;
            }
            split.add(new BankSplit.Part(
                    part.account().getValue().id(),
                    null,
                    Money.of(part.amount().getValue(), amount.currency()).minor()));
        }
        return new BankSplit(split);
    }

    private static boolean isZero(BigDecimal value) {
        return value == null || value.signum() == 0;
    }
}
