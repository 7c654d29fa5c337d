package net.dotmac.console.debits;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import net.dotmac.console.parts.Words;
import net.dotmac.payments.Debtor;

/** An account, and for a new mandate what was signed; name and address are the customer's own unless told otherwise. */
class MandateForm extends Div {

    private static final long serialVersionUID = 1L;

    /** What a new mandate says beside its account. */
    record Terms(String reference, String scheme, String sequence, LocalDate signedOn) {}

    private final TextField iban = field("iban", 42);
    private final TextField bic = field("bic", 11);
    private final TextField name = field("payer.other", 70);
    private final TextField reference = field("reference", 35);
    private final Select<String> scheme = select("scheme", "CORE", "B2B");
    private final Select<String> sequence = select("sequence", "RCUR", "OOFF");
    private final DatePicker signedOn = new DatePicker(Words.of("debits.signedOn"));

    MandateForm(String save, BiConsumer<Debtor, Terms> done, boolean isNew) {
        addClassName("filters");
        add(iban, bic, name);
        if (isNew) {
            add(signedOn, scheme, sequence, reference);
        }
        add(new Button(save, click -> done.accept(debtor(), terms())));
    }

    private Debtor debtor() {
        return new Debtor(
                orNull(name.getValue()), null, null, null, null, null, orNull(iban.getValue()), orNull(bic.getValue()));
    }

    private Terms terms() {
        return new Terms(orNull(reference.getValue()), scheme.getValue(), sequence.getValue(), signedOn.getValue());
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static TextField field(String key, int atMost) {
        TextField field = new TextField(Words.of("debits." + key));
        field.setMaxLength(atMost);
        return field;
    }

    private static Select<String> select(String key, String... values) {
        Select<String> select = new Select<>();
        select.setLabel(Words.of("debits." + key));
        select.setItems(values);
        select.setItemLabelGenerator(each -> Words.of("debits." + key + "." + each));
        select.setValue(values[0]);
        return select;
    }
}
