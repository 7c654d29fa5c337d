package net.dotmac.console.billing;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.ToLongFunction;
import net.dotmac.billing.BillingRunAccount;
import net.dotmac.billing.BillingRunException;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Words;

/** The tables of a run's page: what could not be billed, and what came of each account. */
final class BillingRunTables {

    private BillingRunTables() {}

    static Grid<BillingRunException> exceptions(List<BillingRunException> found) {
        Grid<BillingRunException> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.addColumn(BillingRunException::accountNumber)
                .setHeader(Words.of("billing.account"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(BillingRunException::accountName).setHeader(Words.of("billing.name"));
        grid.addComponentColumn(each -> new Badge(Words.of("billing.reason." + each.reason()), Badge.Tone.WARN))
                .setHeader(Words.of("billing.reason"))
                .setAutoWidth(true);
        grid.addColumn(BillingRunException::detail)
                .setHeader(Words.of("billing.detail"))
                .setFlexGrow(3);
        grid.addComponentColumn(each -> each.state().equals("resolved")
                        ? new Badge(Words.of("billing.resolved"), Badge.Tone.GOOD)
                        : mend(each))
                .setHeader(Words.of("billing.mend"))
                .setAutoWidth(true);
        grid.setItems(found);
        return grid;
    }

    /** Leads to the page where the cause is mended. */
    private static RouterLink mend(BillingRunException each) {
        RouterLink link = new RouterLink();
        link.setText(Words.of("billing.mend.open"));
        boolean address = each.reason().equals("missingAddress") && each.customerId() != null;
        String path = address ? "customers/" + each.customerId() + "/edit" : "accounts/" + each.billingAccountId();
        link.getElement().setAttribute("href", path);
        return link;
    }

    static Grid<BillingRunAccount> accounts(List<BillingRunAccount> rows) {
        Grid<BillingRunAccount> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.addColumn(BillingRunAccount::accountNumber).setHeader(Words.of("billing.account"));
        grid.addColumn(row -> Words.of("billing.outcome." + row.outcome())).setHeader(Words.of("billing.outcome"));
        money(grid, "billing.net", BillingRunAccount::netMinor);
        money(grid, "billing.tax", BillingRunAccount::taxMinor);
        money(grid, "billing.gross", BillingRunAccount::grossMinor);
        grid.setItems(rows);
        return grid;
    }

    private static void money(Grid<BillingRunAccount> grid, String header, ToLongFunction<BillingRunAccount> amount) {
        grid.addColumn(row -> BillingWords.money(amount.applyAsLong(row), row.currency()))
                .setHeader(Words.of(header))
                .setTextAlign(ColumnTextAlign.END);
    }
}
