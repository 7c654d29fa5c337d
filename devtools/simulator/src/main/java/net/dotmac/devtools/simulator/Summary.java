package net.dotmac.devtools.simulator;

import java.util.List;
import java.util.StringJoiner;

/** What a life came to, without ids and times: documents with their sums and lines, and what each account owes. */
final class Summary {

    private final SimulatedIsp isp;
    private final List<Account> accounts;

    Summary(SimulatedIsp isp, List<Account> accounts) {
        this.isp = isp;
        this.accounts = accounts;
    }

    String text() {
        StringJoiner text = new StringJoiner("\n");
        for (Account account : accounts) {
            text.add("account " + account.number());
            rows(
                    text,
                    "select concat_ws(' ', kind, cycle_date, issued_on, net_minor, tax_minor, gross_minor, state) "
                            + "from billing.invoice where billing_account_id = ? order by 1",
                    account);
            rows(
                    text,
                    "select concat_ws(' ', l.kind, l.period_start, l.period_end, l.undiscounted_minor, l.discount_minor, "
                            + "l.net_minor, l.tax_minor) from billing.invoice_line l join billing.invoice i "
                            + "on i.id = l.invoice_id where i.billing_account_id = ? order by 1",
                    account);
            rows(
                    text,
                    "select concat_ws(' ', side, amount_minor, open_minor, booked_on, due_on) from ledger.open_item "
                            + "where billing_account_id = ? order by 1",
                    account);
        }
        return text.toString();
    }

    private void rows(StringJoiner text, String sql, Account account) {
        isp.call(() -> isp.database().list(sql, row -> row.getString(1), account.id()))
                .forEach(text::add);
    }
}
