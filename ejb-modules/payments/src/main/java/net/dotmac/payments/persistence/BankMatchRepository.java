package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.BankTransactionDetails.Match;

/** Keeps what movements became, and finds payments and payers by it. */
@ApplicationScoped
public class BankMatchRepository {

    private static final String ADD =
            "insert into payments.bank_match (tenant_id, id, transaction_id, billing_account_id, "
                    + "invoice_id, payment_id, payout_id, amount_minor, reason) select ?, r.id, r.movement, r.account, r.invoice, "
                    + "r.payment, r.payout, r.amount, r.reason from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], "
                    + "?::uuid[], ?::text[]::bigint[], ?::text[]) "
                    + "as r (id, movement, account, invoice, payment, payout, amount, reason)";

    /** Bounded for each movement, or the planner would rather read all there are than look each up. */
    private static final String OF = "select m.transaction_id, m.billing_account_id, m.invoice_id, m.payment_id, "
            + "m.payout_id, m.amount_minor, m.reason from unnest(?) as a (id) cross join lateral (select * from payments.bank_match "
            + "where transaction_id = a.id and undone_at is null order by id limit 200) m";

    @Inject
    private Database database;

    /** What a movement became. */
    public record Row(UUID transactionId, Match match) {}

    /**
     * A payment that a return may take back.
     *
     * @param isDirectDebit whether it is a direct debit that bears the return's end-to-end id as its own
     */
    public record Original(
            String key,
            UUID paymentId,
            UUID billingAccountId,
            UUID invoiceId,
            long amountMinor,
            boolean isDirectDebit) {}

    public void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                ADD,
                CallContext.current().tenantId(),
                rows.stream().map(row -> Ids.next()).toArray(UUID[]::new),
                rows.stream().map(Row::transactionId).toArray(UUID[]::new),
                rows.stream().map(row -> row.match().billingAccountId()).toArray(UUID[]::new),
                rows.stream().map(row -> row.match().invoiceId()).toArray(UUID[]::new),
                rows.stream().map(row -> row.match().paymentId()).toArray(UUID[]::new),
                rows.stream().map(row -> row.match().payoutId()).toArray(UUID[]::new),
                rows.stream()
                        .map(row -> Long.toString(row.match().amountMinor()))
                        .toArray(String[]::new),
                rows.stream().map(row -> row.match().reason()).toArray(String[]::new));
    }

    /** What these movements are now; undone matches are left out. */
    public Map<UUID, List<Match>> of(Collection<UUID> transactionIds) {
        return database
                .list(
                        OF,
                        row -> new Row(
                                row.getObject(1, UUID.class),
                                new Match(
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class),
                                        row.getObject(5, UUID.class),
                                        row.getLong(6),
                                        row.getString(7))),
                        (Object) transactionIds.toArray(UUID[]::new))
                .stream()
                .collect(
                        Collectors.groupingBy(Row::transactionId, Collectors.mapping(Row::match, Collectors.toList())));
    }

    /** How often something was made of a movement, undone or not: what makes the next payment's id another. */
    public int count(UUID transactionId) {
        return database.first(
                        "select count(*)::integer from payments.bank_match where transaction_id = ?",
                        row -> row.getInt(1),
                        transactionId)
                .orElse(0);
    }

    public void undo(UUID transactionId, Instant now) {
        database.update(
                "update payments.bank_match set undone_at = ? where transaction_id = ? and undone_at is null",
                now,
                transactionId);
    }

    /** The accounts that money from these bank accounts has paid for, by bank account. */
    public Map<String, Set<UUID>> payers(Collection<String> ibans) {
        Map<String, Set<UUID>> payers = new HashMap<>();
        database.list(
                        "select distinct t.iban, m.billing_account_id from payments.bank_transaction t "
                                + "join payments.bank_match m on m.transaction_id = t.id and m.undone_at is null "
                                + "where t.iban = any(?) and t.amount_minor > 0 and m.amount_minor > 0",
                        row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
                        (Object) ibans.toArray(String[]::new))
                .forEach(each -> payers.computeIfAbsent(each.getKey(), iban -> new HashSet<>())
                        .add(each.getValue()));
        return payers;
    }

    /**
     * Payments that stand and that returns with these end-to-end ids may mean: made of movements with the same one,
     * or recorded with it as processor's id or reference of a direct debit.
     */
    public List<Original> originals(Collection<String> endToEndIds) {
        String[] keys = endToEndIds.toArray(String[]::new);
        return database.list(
                "select t.end_to_end_id, p.id, p.billing_account_id, m.invoice_id, p.amount_minor, false "
                        + "from payments.bank_transaction t "
                        + "join payments.bank_match m on m.transaction_id = t.id and m.undone_at is null "
                        + "join payments.payment p on p.id = m.payment_id and p.state = 'recorded' "
                        + "where t.end_to_end_id = any(?) and t.amount_minor > 0 union "
                        + "select p.processor_id, p.id, p.billing_account_id, null, p.amount_minor, p.method = 'directDebit' "
                        + "from payments.payment p where p.processor_id = any(?) and p.state = 'recorded'",
                row -> new Original(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        row.getBoolean(6)),
                keys,
                keys);
    }
}
