package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.Agreement;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseEntry;
import net.dotmac.collections.Dispute;
import net.dotmac.collections.Fee;
import net.dotmac.collections.Notice;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.ledger.OpenItem;

/** What belongs to a case, table by table. */
class CaseTables {

    private final CaseDetails about;
    private final CaseRows rows;

    CaseTables(CaseDetails about, CaseRows rows) {
        this.about = about;
        this.rows = rows;
    }

    /** Does something with what has an id. */
    @FunctionalInterface
    interface Act {
        void on(UUID id);
    }

    /** @param dispute what its button does, or null for none */
    Component debts(List<OpenItem> open, Act dispute) {
        Map<UUID, String> numbers =
                rows.numbers(open.stream().map(OpenItem::documentId).toList());
        Grid<OpenItem> grid = grid(open);
        grid.addColumn(each -> numbers.getOrDefault(each.documentId(), "–"))
                .setHeader(Words.of("collections.document"));
        grid.addColumn(each -> Formats.day(each.dueOn())).setHeader(Words.of("collections.dueOn"));
        amount(grid.addColumn(each -> CaseWords.money(each.openMinor(), each.currency())), "collections.open");
        if (dispute != null) {
            grid.addComponentColumn(
                    each -> action("collections.dispute", numbers.get(each.documentId()), dispute, each.documentId()));
        }
        return grid;
    }

    Component agreements(List<Agreement> agreed) {
        Grid<Agreement> grid = grid(agreed);
        grid.addColumn(each -> Words.of("collections.agreement." + each.kind()))
                .setHeader(Words.of("collections.kind"));
        grid.addColumn(each -> Words.of("collections.agreement.state." + each.state()))
                .setHeader(Words.of("collections.state"));
        amount(grid.addColumn(each -> CaseWords.money(each.amountMinor(), each.currency())), "collections.amount");
        amount(grid.addColumn(each -> CaseWords.money(each.paidMinor(), each.currency())), "collections.paid");
        grid.addColumn(each -> each.instalments().stream()
                        .map(part ->
                                Formats.day(part.dueOn()) + ": " + CaseWords.money(part.amountMinor(), each.currency()))
                        .collect(Collectors.joining("; ")))
                .setHeader(Words.of("collections.instalments"))
                .setFlexGrow(3);
        return grid;
    }

    /** @param resolve what the button of an open one does, or null for none */
    Component disputes(List<Dispute> disputes, Act resolve) {
        Set<UUID> invoices = disputes.stream().map(Dispute::invoiceId).collect(Collectors.toSet());
        Map<UUID, String> numbers = rows.numbers(invoices);
        Grid<Dispute> grid = grid(disputes);
        grid.addColumn(each -> numbers.getOrDefault(each.invoiceId(), "–")).setHeader(Words.of("collections.document"));
        grid.addColumn(Dispute::reason)
                .setHeader(Words.of("collections.reason"))
                .setFlexGrow(2);
        grid.addColumn(each -> Formats.dayOf(each.openedAt())).setHeader(Words.of("collections.since"));
        grid.addColumn(each -> each.isOpen() ? "–" : each.resolution())
                .setHeader(Words.of("collections.resolution"))
                .setFlexGrow(2);
        if (resolve != null) {
            grid.addComponentColumn(each -> each.isOpen()
                    ? action("collections.resolve", numbers.get(each.invoiceId()), resolve, each.id())
                    : new Span());
        }
        return grid;
    }

    Component fees(List<Fee> fees) {
        Grid<Fee> grid = grid(fees);
        grid.addColumn(each -> Words.of("collections.fee." + each.kind())).setHeader(Words.of("collections.kind"));
        amount(grid.addColumn(each -> Formats.money(each.amount())), "collections.amount");
        grid.addColumn(each -> each.documentId() != null
                        ? Words.of("collections.fee.charged")
                        : each.reason() == null ? Words.of("collections.fee.waiting") : each.reason())
                .setHeader(Words.of("collections.state"))
                .setFlexGrow(3);
        return grid;
    }

    Component notices(List<Notice> notices) {
        if (notices.isEmpty()) {
            return new Span(Words.of("collections.notices.none"));
        }
        Div all = new Div();
        for (Notice notice : notices) {
            String state = notice.state().equals("sent")
                    ? Words.of("collections.notice.sent", Formats.time(notice.sentAt()))
                    : Words.of("collections.notice." + notice.state());
            Details one = new Details(notice.subject() + " · " + state, new Pre(notice.body()));
            all.add(one);
        }
        return all;
    }

    Component history(List<CaseEntry> entries) {
        Grid<CaseEntry> grid = grid(entries);
        grid.addColumn(each -> Formats.time(each.at())).setHeader(Words.of("collections.when"));
        grid.addColumn(each -> each.step() == null
                        ? Words.of("collections.entry." + each.kind())
                        : Words.of("collections.entry.stepped", each.step()))
                .setHeader(Words.of("collections.what"))
                .setFlexGrow(2);
        amount(
                grid.addColumn(each ->
                        each.amountMinor() == null ? "–" : CaseWords.money(each.amountMinor(), about.currency())),
                "collections.amount");
        grid.addColumn(CaseTables::note).setHeader(Words.of("collections.note")).setFlexGrow(2);
        grid.addColumn(CaseEntry::actor).setHeader(Words.of("collections.who"));
        return grid;
    }

    /** A step's note names what it did. */
    private static String note(CaseEntry entry) {
        if (entry.note() == null) {
            return "–";
        }
        if (entry.step() == null) {
            return entry.kind().equals("closed") ? Words.of("collections.closed." + entry.note()) : entry.note();
        }
        return Arrays.stream(entry.note().split(", "))
                .map(action -> Words.of("collections.action." + action))
                .collect(Collectors.joining(", "));
    }

    private static Button action(String key, String number, Act act, UUID id) {
        Button button = new Button(Words.of(key), click -> act.on(id));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(Words.of(key) + " " + (number == null ? "" : number));
        return button;
    }

    private static void amount(Grid.Column<?> column, String key) {
        column.setHeader(Words.of(key)).setTextAlign(ColumnTextAlign.END).setPartNameGenerator(each -> "number");
    }

    private static <T> Grid<T> grid(List<T> items) {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.setItems(items);
        return grid;
    }
}
