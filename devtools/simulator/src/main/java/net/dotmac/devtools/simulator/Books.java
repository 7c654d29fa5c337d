package net.dotmac.devtools.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.TaxReportService;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.LedgerService;

/** What must be true of the books after every step, each rule as one question to the database that must find nothing. */
final class Books {

    private static final String ZERO = "'00000000-0000-0000-0000-000000000000'";

    private final SimulatedIsp isp;
    private final int daysBack;
    private final List<String> faults = new ArrayList<>();

    /** @param daysBack how far back the past day lies as of which the ledger is looked at too */
    Books(SimulatedIsp isp, int daysBack) {
        this.isp = isp;
        this.daysBack = daysBack;
    }

    List<String> faults() {
        isp.run(() -> {
            ledger();
            documents();
            numbers();
            charges();
            money();
        });
        return faults;
    }

    private void ledger() {
        LedgerService ledger = isp.service(LedgerService.class);
        for (LocalDate day : List.of(
                isp.today().minusDays(daysBack), isp.today(), isp.today().plusYears(5))) {
            ledger.trialBalance(day)
                    .differences()
                    .forEach(difference -> faults.add("trial balance as of " + day + ": " + difference));
        }
        none(
                "journal of a document",
                "select i.number || ': gross ' || i.gross_minor || ', booked ' || coalesce(b.booked, 0) from billing.invoice i "
                        + "left join (select document_id, sum(case when debit_account in ('receivables', 'customerCredit') "
                        + "then amount_minor else -amount_minor end) as booked "
                        + "from ledger.journal where document_kind in ('invoice', 'creditNote') group by document_id) b "
                        + "on b.document_id = i.id where i.gross_minor <> coalesce(b.booked, 0)");
        none(
                "open items against allocations",
                "select o.document_id || ': open ' || o.open_minor || ' of ' || o.amount_minor from ledger.open_item o "
                        + "left join (select document_id, sum(amount) as settled from ("
                        + "select credit_id as document_id, amount_minor as amount from ledger.allocation union all "
                        + "select receivable_id, amount_minor from ledger.allocation where receivable_id <> credit_id) a "
                        + "group by document_id) s on s.document_id = o.document_id "
                        + "where o.open_minor <> o.amount_minor - coalesce(s.settled, 0)");
    }

    private void documents() {
        none(
                "lines of a document",
                "select i.number || ': ' || i.net_minor || ' + ' || i.tax_minor || ', lines ' || coalesce(l.net, 0) || ' + ' "
                        + "|| coalesce(l.tax, 0) from billing.invoice i left join (select invoice_id, sum(net_minor) as net, "
                        + "sum(tax_minor) as tax from billing.invoice_line group by invoice_id) l on l.invoice_id = i.id "
                        + "where (i.net_minor, i.tax_minor) is distinct from (l.net::bigint, l.tax::bigint)");
        none(
                "taxes of a document",
                "select i.number || ': tax ' || i.tax_minor || ', by rate ' || coalesce(t.tax, 0) from billing.invoice i "
                        + "left join (select invoice_id, sum(tax_minor) as tax from billing.invoice_tax group by invoice_id) t "
                        + "on t.invoice_id = i.id where i.tax_minor <> coalesce(t.tax, 0)");
        none(
                "state of an invoice",
                "select i.number || ': ' || i.state || ' with ' || o.open_minor || ' open' from billing.invoice i "
                        + "join ledger.open_item o on o.document_id = i.id where i.kind <> 'creditNote' and i.state <> case "
                        + "when o.open_minor = 0 then 'settled' when o.open_minor < o.amount_minor then 'partiallyPaid' "
                        + "else 'new' end");
        none(
                "open item of a document",
                "select i.number from billing.invoice i left join ledger.open_item o on o.document_id = i.id "
                        + "and o.amount_minor = abs(i.gross_minor) where o.document_id is null and i.gross_minor <> 0");
    }

    private void numbers() {
        none(
                "gap in the numbers",
                "select kind || ': ' || count(*) || ' documents, numbers ' || min(sequence) || ' to ' || max(sequence) "
                        + "from billing.invoice group by kind "
                        + "having count(*) <> max(sequence) - min(sequence) + 1 or count(distinct sequence) <> count(*)");
        none(
                "last number",
                "select s.series || ': ' || s.last_number from billing.number_series s "
                        + "join (select kind, max(sequence) as last from billing.invoice group by kind) i on i.kind = s.series "
                        + "where s.last_number <> i.last");
    }

    /** Every day of an item up to its mark is charged once, and no other: charges put a layer on their days, credits take it off. */
    private void charges() {
        none(
                "days charged twice or not at all",
                "with edge as (select item_id, day, sum(step) as step from (select l.item_id, e.day, e.step "
                        + "from billing.invoice_line l cross join lateral (values (l.period_start, 1), (l.period_end, -1)) "
                        + "e (day, step) where l.kind = 'recurring' and l.replaces = " + ZERO + " union all "
                        + "select l.item_id, e.day, -e.step from billing.invoice_line l cross join lateral "
                        + "(values (l.period_start, 1), (l.period_end, -1)) e (day, step) "
                        + "where l.kind = 'recurringCredit' and l.replaces = " + ZERO + ") s group by item_id, day), "
                        + "wanted as (select i.id as item_id, i.start_on as day, 1 as step from services.subscription_item i "
                        + "join billing.charge_position p on p.item_id = i.id where i.price_type = 'recurring' "
                        + "and p.charged_through > i.start_on union all "
                        + "select i.id, p.charged_through, -1 from services.subscription_item i join billing.charge_position p "
                        + "on p.item_id = i.id where i.price_type = 'recurring' and p.charged_through > i.start_on) "
                        + "select coalesce(e.item_id, w.item_id) || ' on ' || coalesce(e.day, w.day) from "
                        + "(select * from edge where step <> 0) e full join wanted w on w.item_id = e.item_id and w.day = e.day "
                        + "where coalesce(e.step, 0) <> coalesce(w.step, 0)");
        none(
                "days that run though paused, or are paused though nobody paused them",
                "select p.name || ' ' || p.id || ': ' || (datemultirange(daterange(p.start_on, p.end_on)) "
                        + "- coalesce(l.held, '{}')) || ' should run, and there is ' || coalesce(i.running, '{}') "
                        + "from services.product p left join (select product_id, range_agg(daterange(from_on, to_on)) as held "
                        + "from services.product_lock where not billed group by product_id) l on l.product_id = p.id "
                        + "left join (select product_id, range_agg(daterange(start_on, end_on)) as running "
                        + "from services.subscription_item where price_type = 'recurring' group by product_id) i "
                        + "on i.product_id = p.id where datemultirange(daterange(p.start_on, p.end_on)) "
                        + "- coalesce(l.held, '{}') <> coalesce(i.running, '{}')");
        none(
                "item settled too early",
                "select i.id::text from services.subscription_item i left join billing.charge_position p on p.item_id = i.id "
                        + "where i.settled and i.price_type = 'recurring' and i.end_on > i.start_on "
                        + "and coalesce(p.charged_through, i.start_on) <> i.end_on");
        none(
                "one-time charge",
                "select item_id || ': ' || count(*) from billing.invoice_line where kind = 'oneTime' and replaces = "
                        + ZERO + " group by item_id having count(*) > 1");
        none(
                "account billed ahead of itself",
                "select a.number from billing.billing_account a join billing.invoice i on i.billing_account_id = a.id "
                        + "where i.run_id is not null and i.cycle_date >= a.next_bill_on");
    }

    private void money() {
        none(
                "payment against the ledger",
                "select p.id || ': ' || p.amount_minor || ', booked ' || coalesce(j.booked, 0) from payments.payment p "
                        + "left join (select document_id, sum(case when debit_account = 'bank' then amount_minor "
                        + "else -amount_minor end) as booked from ledger.journal "
                        + "where document_kind in ('payment', 'paymentReversal') group by document_id) j "
                        + "on j.document_id = p.id where coalesce(j.booked, 0) <> "
                        + "case p.state when 'recorded' then p.amount_minor else 0 end");
        none(
                "what was given up, against the ledger",
                "select w.reference || ': ' || w.amount_minor || ', booked ' || coalesce(j.booked, 0) from billing.write_off w "
                        + "left join (select document_id, sum(amount_minor) as booked from ledger.journal "
                        + "where document_kind in ('writeOff', 'recovery') group by document_id) j on j.document_id = w.id "
                        + "where coalesce(j.booked, 0) <> w.amount_minor");
        none(
                "more credited, given up and not recovered than was asked for",
                "select i.number from billing.invoice i left join (select corrects_id, sum(gross_minor) as gross "
                        + "from billing.invoice where kind = 'creditNote' group by corrects_id) c on c.corrects_id = i.id "
                        + "join (select invoice_id, sum(case when recovers_id is null then amount_minor "
                        + "else -amount_minor end) as given_up from billing.write_off group by invoice_id) w "
                        + "on w.invoice_id = i.id where w.given_up < 0 "
                        + "or i.gross_minor + coalesce(c.gross, 0) - w.given_up < 0");
        TaxReportService taxes = isp.service(TaxReportService.class);
        taxes.report(SimulatedIsp.FIRST_DAY.minusYears(1), isp.today().plusYears(1)).ties().stream()
                .filter(tie -> tie.differenceMinor() != 0)
                .forEach(tie -> faults.add(
                        "tax of the documents is " + tie.documentsMinor() + ", of the ledger " + tie.ledgerMinor()));
        none(
                "more credited than invoiced",
                "select i.number from billing.invoice i join (select corrects_id, sum(gross_minor) as credited "
                        + "from billing.invoice where kind = 'creditNote' and corrects_id is not null group by corrects_id) c on c.corrects_id = i.id "
                        + "where i.gross_minor + c.credited < 0");
    }

    private void none(String rule, String sql) {
        Database database = isp.database();
        database.list(sql, Books::first).forEach(found -> faults.add(rule + ": " + found));
    }

    private static String first(ResultSet row) throws SQLException {
        return row.getString(1);
    }
}
