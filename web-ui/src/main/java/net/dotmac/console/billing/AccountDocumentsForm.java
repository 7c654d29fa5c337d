package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.console.parts.Words;

/** How an account wants its documents: what they name of the buyer, and the e-invoice that their mail brings. */
final class AccountDocumentsForm extends Div {

    private static final long serialVersionUID = 1L;

    AccountDocumentsForm(AccountDocuments now, Consumer<AccountDocuments> save) {
        addClassName("filters");
        TextField reference = field("documents.buyerReference", now.buyerReference(), 100);
        TextField order = field("documents.purchaseOrder", now.purchaseOrder(), 100);
        TextField scheme = field("documents.scheme", now.electronicAddressScheme(), 4);
        scheme.setTooltipText(Words.of("documents.scheme.hint"));
        TextField address = field("documents.address", now.electronicAddress(), 100);
        Select<String> format = format(now.eInvoice(), true);
        Button button = new Button(
                Words.of("documents.save"),
                click -> save.accept(new AccountDocuments(
                        reference.getValue(),
                        order.getValue(),
                        scheme.getValue(),
                        address.getValue(),
                        format.getValue())));
        add(reference, order, scheme, address, format, button);
    }

    static TextField field(String label, String value, int longest) {
        TextField field = new TextField(Words.of(label));
        field.setMaxLength(longest);
        field.setValue(value == null ? "" : value);
        return field;
    }

    /** @param isOfAccount whether the tenant's way can be chosen too, by the empty text */
    static Select<String> format(String value, boolean isOfAccount) {
        Select<String> format = new Select<>();
        format.setLabel(Words.of("documents.mailed"));
        List<String> formats = List.of("none", "facturX", "ubl", "cii");
        if (isOfAccount) {
            format.setItems("", "none", "facturX", "ubl", "cii");
        } else {
            format.setItems(formats);
        }
        format.setItemLabelGenerator(
                each -> Words.of(each.isEmpty() ? "documents.format.usual" : "documents.format." + each));
        format.setValue(value == null ? "" : value);
        return format;
    }
}
