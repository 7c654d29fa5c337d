package net.dotmac.console.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.BankPosting;
import net.dotmac.payments.BankStatementService;
import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTotal;
import net.dotmac.payments.BankTransactionService;

/**
 * The bank accounts' movements: what waits for a decision, unless others are asked for, with what each is likeliest
 * meant for.
 */
@NeedsPermission("bank.read")
@Route(value = "bank", layout = ConsoleLayout.class)
public class BankView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("open", "parked", "matched", "ignored", "all");

    private final transient BankTransactionService movements;
    private final PageHead head = new PageHead(Words.of("payments.bank"));
    private final ListPage<BankRow> list;
    private final ListBar bar;

    @Inject
    BankView(
            BankTransactionService movements,
            BankStatementService statements,
            BankPosting posting,
            BankRows rows,
            SavedFilterService saved) {
        this.movements = movements;
        addClassName("fills");
        list = new ListPage<>(query -> rows.page(newestFirst(query)));
        columns();
        list.opens(row -> "bank/" + row.movement().id());
        bar = new ListBar("bank", list, saved)
                .search(Words.of("payments.search"))
                .choice(STATE, Words.of("payments.state"), STATES, each -> Words.of("payments.show." + each));
        if (Person.signedIn().may("bank.write")) {
            Button upload = new Button(
                    Words.of("payments.upload"),
                    click -> new BankUploadDialog(statements, posting, this::refresh).open());
            upload.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(upload);
        }
        add(head, bar, list);
    }

    private static Query newestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("bookedOn", true) : query;
    }

    private void columns() {
        list.text(
                        Words.of("payments.bookedOn"),
                        row -> Formats.day(row.movement().bookedOn()),
                        "bookedOn")
                .setFlexGrow(0);
        list.component(
                        Words.of("payments.payer"),
                        row -> BankWords.twoLines(
                                row.movement().name(), row.movement().remittance()),
                        row -> row.movement().name() + " " + row.movement().remittance(),
                        "name")
                .setAutoWidth(false)
                .setWidth("22rem")
                .setFlexGrow(1);
        list.number(
                Words.of("payments.amount"),
                row -> BankWords.money(
                        row.movement().amountMinor(), row.movement().currency()),
                "amountMinor");
        list.badge(Words.of("payments.state"), row -> BankWords.state(row.movement()));
        list.component(Words.of("payments.became"), this::outcome, BankView::outcomeText, null)
                .setAutoWidth(false)
                .setWidth("24rem")
                .setFlexGrow(1);
    }

    private static String outcomeText(BankRow row) {
        if (row.best() != null) {
            return BankWords.target(row.best()) + " (" + BankWords.reasons(row.best()) + ")";
        }
        return row.became().isEmpty() ? row.movement().note() : row.became();
    }

    private Component outcome(BankRow row) {
        BankSuggestion best = row.best();
        if (best == null) {
            String text = outcomeText(row);
            return new Span(text == null ? "–" : text);
        }
        Component words = BankWords.twoLines(BankWords.target(best), BankWords.reasons(best));
        if (!Person.signedIn().may("bank.write")) {
            return words;
        }
        Button accept = new Button(Words.of("payments.accept"), click -> accept(row));
        accept.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        accept.setAriaLabel(Words.of("payments.accept.of", BankWords.target(best)));
        Div cell = new Div(words, accept);
        cell.addClassName("suggestion");
        return cell;
    }

    private void accept(BankRow row) {
        try {
            BankSuggestion best = row.best();
            movements.match(row.movement().id(), best.billingAccountId(), best.invoiceId());
            Notices.done(Words.of("payments.accepted", BankWords.target(best)));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        refresh();
    }

    private void refresh() {
        list.refresh();
        tellTotals();
    }

    private void tellTotals() {
        List<BankTotal> totals = movements.totals();
        head.badges(
                totals.isEmpty()
                        ? new Component[] {new Badge(Words.of("payments.nothingWaits"), Badge.Tone.GOOD)}
                        : totals.stream().map(BankView::badge).toArray(Component[]::new));
    }

    private static Badge badge(BankTotal total) {
        Badge.Tone tone =
                switch (total.state()) {
                    case "open" -> Badge.Tone.WARN;
                    case "parked" -> Badge.Tone.INFO;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(
                Words.of(
                        "payments.total." + total.state(),
                        total.count(),
                        BankWords.money(total.inMinor(), total.currency()),
                        BankWords.money(total.outMinor(), total.currency())),
                tone);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).equals("all")) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
            if (!shown.text().isEmpty()) {
                filters.add(filter(shown.text()));
            }
        });
        tellTotals();
    }

    /** An amount finds amounts of two decimals; anything else names and what was written. */
    private static Filter filter(String text) {
        if (text.matches("-?\\d+[.,]\\d{2}")) {
            return Filter.equal("amountMinor", text.replaceAll("[.,]", ""));
        }
        boolean hasDigit = text.chars().anyMatch(Character::isDigit);
        return new Filter(hasDigit ? "remittance" : "name", Filter.Operator.LIKE, List.of(text));
    }

    @Override
    public String getPageTitle() {
        return Words.of("payments.bank") + " · DotMac";
    }
}
