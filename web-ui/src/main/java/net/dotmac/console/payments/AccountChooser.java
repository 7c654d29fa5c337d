package net.dotmac.console.payments;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;

/** Finds a billing account by its number, or by its customer's name, number, address and so on. */
public class AccountChooser extends ComboBox<QuotedAccount> {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 10;

    public AccountChooser(CustomerService customers, QuotationService quotations) {
        super(Words.of("payments.account"));
        setItemLabelGenerator(account -> account.number() + " · " + account.name());
        setItems(query -> {
            List<QuotedAccount> found = find(query.getFilter().orElse(""), customers, quotations);
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        setPlaceholder(Words.of("payments.account.find"));
        setWidth("22rem");
    }

    private static List<QuotedAccount> find(String text, CustomerService customers, QuotationService quotations) {
        String wanted = text.strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        try (CallContext.Scope scope = CallContext.current()
                .with("customer.read", "billingAccount.read")
                .bind()) {
            List<QuotedAccount> found = new ArrayList<>(quotations.accounts(List.of(wanted.toUpperCase(Locale.ROOT))));
            found.addAll(quotations.accountsOf(customers.search(wanted, OFFERED).stream()
                    .map(CustomerDetails::id)
                    .toList()));
            return found.stream().distinct().toList();
        }
    }
}
