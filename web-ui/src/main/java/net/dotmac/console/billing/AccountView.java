package net.dotmac.console.billing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.console.debits.MandatePanels;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.payouts.CreditPanels;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/** One billing account: when and how it is billed, and the places where what blocks it is mended. */
@NeedsPermission("billingAccount.read")
@Route(value = "accounts/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class AccountView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MandatePanels mandates;

    @Inject
    private transient CreditPanels credits;

    private final transient BillingAccountService accounts;
    private final transient ProductService products;
    private final transient TaxRateService rates;
    private final transient BillingRunJobs jobs;
    private final transient ClockService clock;
    private final transient DebitNoteService debits;
    private transient BillingAccountDetails account;

    @Inject
    public AccountView(
            BillingAccountService accounts,
            ProductService products,
            TaxRateService rates,
            BillingRunJobs jobs,
            ClockService clock,
            DebitNoteService debits) {
        this.jobs = jobs;
        this.debits = debits;
        this.clock = clock;
        this.accounts = accounts;
        this.products = products;
        this.rates = rates;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(accounts.get(id));
    }

    private void show(BillingAccountDetails shown) {
        account = shown;
        removeAll();
        List<SubscriptionItem> items = products.itemsOfAccounts(List.of(account.id()));
        PageHead head = new PageHead(Words.of("billing.account.title", account.number()));
        head.badges(badges(items).toArray(Badge[]::new));
        RouterLink customer = new RouterLink();
        customer.setText(account.name());
        customer.getElement().setAttribute("href", "customers/" + account.customerId());
        Facts facts = new Facts()
                .with(Words.of("billing.customer"), customer)
                .with(Words.of("billing.currency"), account.currency())
                .with(Words.of("billing.cycleDay"), String.valueOf(account.cycleDay()))
                .with(Words.of("billing.nextBillOn"), Formats.day(account.nextBillOn()))
                .with(Words.of("billing.paymentTerm"), Words.of("billing.days", account.paymentTermDays()))
                .with(Words.of("billing.holdReason"), account.holdReason());
        if (Person.signedIn().may("invoice.read")) {
            RouterLink statement = new RouterLink();
            statement.setText(Words.of("billing.statement"));
            statement.getElement().setAttribute("href", "accounts/" + account.id() + "/statement");
            statement.addClassName("button-link");
            head.actions(statement);
        }
        if (Person.signedIn().may("billingRun.start")) {
            head.actions(
                    new Button(Words.of("billing.run.preview"), click -> bill(true)),
                    new Button(Words.of("billing.run.issue"), click -> bill(false)));
        }
        if (account.state().equals("active") && Person.signedIn().may("invoice.debit")) {
            head.actions(new Button(Words.of("billing.debit"), click -> askDebit()));
        }
        add(head, new Panel(Words.of("billing.document"), facts));
        if (Person.signedIn().may("payout.read")) {
            add(credits.of(account));
        }
        if (Person.signedIn().may("mandate.read") && account.currency().equals("EUR")) {
            add(mandates.of(account.id()));
        }
        if (Person.signedIn().may("billingAccount.write")) {
            if (items.stream().anyMatch(item -> item.terms().taxCategory() == null)) {
                add(new Panel(Words.of("billing.mend.taxCategory"), taxCategory(items)));
            }
            add(new Panel(Words.of("billing.change"), form()));
            add(new Panel(
                    Words.of("documents.title"),
                    new AccountDocumentsForm(
                            account.documents(),
                            documents -> attempt(
                                    () -> accounts.changeDocuments(account.id(), documents, account.version())))));
            add(new Panel(Words.of("billing.hold"), hold()));
        }
    }

    private void askDebit() {
        List<String> categories =
                rates.list().stream().map(TaxRateDetails::category).distinct().toList();
        new DebitDialog(debits, account, categories).open();
    }

    private List<Badge> badges(List<SubscriptionItem> items) {
        List<Badge> badges = new ArrayList<>();
        boolean active = account.state().equals("active");
        badges.add(new Badge(
                Words.of("billing.account.state." + account.state()), active ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL));
        if (account.onHold()) {
            badges.add(new Badge(Words.of("billing.reason.onHold"), Badge.Tone.WARN));
        }
        if (items.stream().anyMatch(item -> !item.terms().currency().equals(account.currency()))) {
            badges.add(new Badge(Words.of("billing.reason.currencyMismatch"), Badge.Tone.BAD));
        }
        if (items.stream().anyMatch(item -> item.terms().taxCategory() == null)) {
            badges.add(new Badge(Words.of("billing.reason.noTaxCategory"), Badge.Tone.BAD));
        }
        return badges;
    }

    private Div taxCategory(List<SubscriptionItem> items) {
        Select<String> category = new Select<>();
        category.setLabel(Words.of("billing.taxCategory"));
        List<String> known =
                rates.list().stream().map(TaxRateDetails::category).distinct().toList();
        category.setItems(known);
        category.setValue(known.contains("standard") ? "standard" : known.isEmpty() ? null : known.get(0));
        Button complete = new Button(
                Words.of("billing.mend.complete"),
                click -> attempt(() -> items.stream()
                        .filter(item -> item.terms().taxCategory() == null)
                        .map(SubscriptionItem::productId)
                        .distinct()
                        .forEach(product -> products.completeTaxCategory(product, category.getValue()))));
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(category, complete);
        row.addClassName("filters");
        return row;
    }

    private Div form() {
        ComboBox<String> currency = new ComboBox<>(Words.of("billing.currency"));
        currency.setItems("EUR", "NZD", "USD", "GBP", "CHF");
        currency.setAllowCustomValue(true);
        currency.addCustomValueSetListener(
                set -> currency.setValue(set.getDetail().toUpperCase(Locale.ROOT)));
        currency.setValue(account.currency());
        IntegerField day = new IntegerField(Words.of("billing.cycleDay"));
        day.setMin(1);
        day.setMax(31);
        day.setValue(account.cycleDay());
        IntegerField term = new IntegerField(Words.of("billing.paymentTerm"));
        term.setMin(0);
        term.setMax(365);
        term.setValue(account.paymentTermDays());
        Button save = new Button(
                Words.of("billing.save"),
                click -> attempt(() -> accounts.change(
                        account.id(),
                        new BillingAccountData(
                                        account.number(),
                                        account.name(),
                                        account.customerId(),
                                        currency.getValue(),
                                        orElse(day.getValue(), account.cycleDay()),
                                        orElse(term.getValue(), account.paymentTermDays()),
                                        null)
                                .taxed(account.taxTreatment()),
                        account.version())));
        Div row = new Div(currency, day, term, save);
        row.addClassName("filters");
        return row;
    }

    private static int orElse(Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }

    private Div hold() {
        Div row = new Div();
        row.addClassName("filters");
        if (account.onHold()) {
            row.add(new Button(Words.of("billing.release"), click -> attempt(() -> accounts.release(account.id()))));
        } else {
            TextField reason = new TextField(Words.of("billing.holdReason"));
            row.add(
                    reason,
                    new Button(
                            Words.of("billing.hold"),
                            click -> attempt(() -> accounts.hold(account.id(), reason.getValue()))));
        }
        return row;
    }

    /** This account alone, for every cycle date up to today. */
    private void bill(boolean isPreview) {
        try {
            BillingRunDetails run = jobs.start(new BillingRunRequest(clock.today(), isPreview, List.of(account.id())));
            UI.getCurrent().navigate("billing-runs/" + run.id());
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            Notices.done(Words.of("billing.saved"));
            show(accounts.get(account.id()));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("billing.account.title", account.number()) + " · DotMac";
    }
}
