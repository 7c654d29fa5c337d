package net.dotmac.console.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import net.dotmac.billing.QuotationService;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTransactionDetails;
import net.dotmac.payments.BankTransactionService;
import net.dotmac.payments.BatchMatchService;
import net.dotmac.payments.DirectDebitBatchDetails;
import net.dotmac.payments.PaymentService;

/** One movement of a bank account: what the bank told, what it may be meant for, and the decision. */
@NeedsPermission("bank.read")
@Route(value = "bank/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class BankTransactionView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient BankTransactionService movements;
    private final transient CustomerService customers;
    private final transient QuotationService quotations;
    private final transient PaymentService payments;
    private final transient BatchMatchService batches;
    private final transient BankRows rows;
    private transient BankTransactionDetails movement;

    @Inject
    BankTransactionView(
            BankTransactionService movements,
            CustomerService customers,
            QuotationService quotations,
            PaymentService payments,
            BatchMatchService batches,
            BankRows rows) {
        this.batches = batches;
        this.movements = movements;
        this.customers = customers;
        this.quotations = quotations;
        this.payments = payments;
        this.rows = rows;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(movements.get(id));
    }

    private void show(BankTransactionDetails shown) {
        movement = shown;
        removeAll();
        boolean mayDecide = Person.signedIn().may("bank.write");
        boolean isWaiting = List.of("open", "parked").contains(movement.state());
        PageHead head = new PageHead(title());
        head.badges(BankWords.state(movement));
        if (mayDecide && !isWaiting && !movement.state().equals("new")) {
            head.actions(new Button(Words.of("payments.undo"), click -> attempt(() -> movements.undo(movement.id()))));
        }
        add(head, new Panel(Words.of("payments.told"), facts()));
        if (!movement.matches().isEmpty()) {
            add(new Panel(Words.of("payments.became"), matches()));
        }
        if (isWaiting && movement.amountMinor() > 0) {
            add(new Panel(Words.of("payments.suggestions"), suggestions(mayDecide)));
            addBatches(mayDecide);
        }
        if (isWaiting && mayDecide) {
            add(decision(), new Panel(Words.of("payments.otherwise"), otherwise()));
        }
    }

    private String title() {
        return BankWords.money(movement.amountMinor(), movement.currency()) + " · " + Formats.day(movement.bookedOn());
    }

    private Facts facts() {
        Facts facts = new Facts()
                .with(Words.of("payments.payer"), movement.name())
                .with(Words.of("payments.iban"), movement.iban())
                .with(Words.of("payments.remittance"), movement.remittance())
                .with(Words.of("payments.reference"), movement.structuredReference())
                .with(Words.of("payments.endToEndId"), movement.endToEndId())
                .with(Words.of("payments.bankReference"), movement.bankReference())
                .with(Words.of("payments.valueOn"), Formats.day(movement.valueOn()))
                .with(Words.of("payments.ownAccount"), movement.account());
        if (movement.returnReason() != null) {
            facts.with(Words.of("payments.returnReason"), movement.returnReason());
        }
        if (movement.note() != null) {
            facts.with(Words.of("payments.note"), movement.note());
        }
        return facts;
    }

    private Component matches() {
        Map<UUID, String> numbers = rows.numbers(List.of(movement));
        Div lines = new Div();
        for (BankTransactionDetails.Match match : movement.matches()) {
            RouterLink account = new RouterLink();
            account.setText(numbers.get(match.billingAccountId()));
            account.getElement().setAttribute("href", "accounts/" + match.billingAccountId());
            Span how = new Span(Words.of("payments.how." + match.reason()));
            how.addClassName("quiet");
            Div line = new Div(account, new Span(BankWords.money(match.amountMinor(), movement.currency())), how);
            line.addClassName("alarm-line");
            lines.add(line);
        }
        return lines;
    }

    private Component suggestions(boolean mayDecide) {
        List<BankSuggestion> found =
                movements.suggestions(List.of(movement.id())).getOrDefault(movement.id(), List.of());
        if (found.isEmpty()) {
            return new Span(Words.of("payments.suggestions.none"));
        }
        Div lines = new Div();
        for (BankSuggestion suggestion : found) {
            Div line = new Div(BankWords.twoLines(BankWords.target(suggestion), BankWords.reasons(suggestion)));
            line.addClassName("alarm-line");
            Span due = new Span(Words.of("payments.due", BankWords.money(suggestion.dueMinor(), movement.currency())));
            due.addClassName("quiet");
            line.add(due);
            if (mayDecide) {
                Button accept = new Button(
                        Words.of("payments.accept"),
                        click -> attempt(() ->
                                movements.match(movement.id(), suggestion.billingAccountId(), suggestion.invoiceId())));
                accept.setAriaLabel(Words.of("payments.accept.of", BankWords.target(suggestion)));
                line.add(accept);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Collections that this may be the money of, for there are few and nothing else fits as well. */
    private void addBatches(boolean mayDecide) {
        for (DirectDebitBatchDetails batch : batches.candidates(movement.id())) {
            Div line = new Div(new Span(Words.of(
                    "payments.batch",
                    Formats.day(batch.collectOn()),
                    BankWords.money(movement.amountMinor(), movement.currency()))));
            line.addClassName("alarm-line");
            if (mayDecide) {
                line.add(new Button(
                        Words.of("payments.accept"), click -> attempt(() -> batches.match(movement.id(), batch.id()))));
            }
            add(new Panel(Words.of("payments.batches"), line));
        }
    }

    private Panel decision() {
        if (movement.amountMinor() < 0) {
            return new Panel(
                    Words.of("payments.takeBack"),
                    new BankReturnForm(
                            new Money(-movement.amountMinor(), movement.currency()),
                            this::chooser,
                            payments,
                            payment -> attempt(() -> movements.takeBack(movement.id(), payment))));
        }
        return new Panel(
                Words.of("payments.choose"),
                new BankMatchForm(
                        new Money(movement.amountMinor(), movement.currency()),
                        this::chooser,
                        split -> attempt(() -> movements.split(movement.id(), split))));
    }

    private AccountChooser chooser() {
        return new AccountChooser(customers, quotations);
    }

    private Div otherwise() {
        TextField note = new TextField(Words.of("payments.note"));
        note.setMaxLength(500);
        note.setWidth("22rem");
        Div row = new Div(note);
        if (!movement.state().equals("parked")) {
            row.add(new Button(
                    Words.of("payments.park"), click -> attempt(() -> movements.park(movement.id(), note.getValue()))));
        }
        Button ignore = new Button(
                Words.of("payments.ignore"), click -> attempt(() -> movements.ignore(movement.id(), note.getValue())));
        ignore.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        row.add(ignore);
        row.addClassName("filters");
        return row;
    }

    private void attempt(Supplier<BankTransactionDetails> decision) {
        try {
            show(decision.get());
            Notices.done(Words.of("payments.decided." + movement.state()));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return title() + " · DotMac";
    }
}
