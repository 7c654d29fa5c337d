package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.domain.SettlementPlan.Step;

/** Writes what many payments settle by a statement for each table, however many they are. */
@ApplicationScoped
public class SettlementBulkWriter {

    private static final String CREDITS =
            "insert into ledger.open_item (tenant_id, document_id, billing_account_id, side, "
                    + "currency, amount_minor, open_minor, booked_on, due_on) select ?, r.id, r.account, 'credit', r.currency, "
                    + "r.amount, r.open, r.day, r.day from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]::bigint[], "
                    + "?::text[]::bigint[], ?::text[]::date[]) as r (id, account, currency, amount, open, day)";

    private static final String ALLOCATIONS = "insert into ledger.allocation (tenant_id, id, credit_id, receivable_id, "
            + "amount_minor, booked_on) select ?, r.id, r.credit, r.receivable, r.amount, r.day from unnest(?::uuid[], "
            + "?::uuid[], ?::uuid[], ?::text[]::bigint[], ?::text[]::date[]) as r (id, credit, receivable, amount, day)";

    private static final String JOURNAL = "insert into ledger.journal (tenant_id, id, debit_account, credit_account, "
            + "amount_minor, currency, booked_on, document_on, document_kind, document_id, billing_account_id) "
            + "select ?, r.id, ?, ?, r.amount, r.currency, r.day, r.own_day, ?, r.document, r.account from unnest(?::uuid[], "
            + "?::text[]::bigint[], ?::text[], ?::text[]::date[], ?::text[]::date[], ?::uuid[], ?::uuid[]) "
            + "as r (id, amount, currency, day, own_day, document, account)";

    private static final String CHANGES = "update ledger.open_item i set open_minor = i.open_minor + c.by_minor "
            + "from unnest(?::uuid[], ?::text[]::bigint[]) as c (id, by_minor) where i.document_id = c.id";

    @Inject
    private Database database;

    /**
     * Adds payments as credits, as they are after all they settle, and books the money.
     *
     * @param ownDays the days the money bears, by payment, where it is booked on a later one; null for the others
     */
    public void addPayments(Collection<OpenItem> payments, Map<UUID, LocalDate> ownDays) {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                CREDITS,
                tenant,
                ids(payments, OpenItem::documentId),
                ids(payments, OpenItem::billingAccountId),
                texts(payments, OpenItem::currency),
                texts(payments, OpenItem::amountMinor),
                texts(payments, OpenItem::openMinor),
                texts(payments, OpenItem::bookedOn));
        database.update(
                JOURNAL,
                tenant,
                LedgerAccount.BANK.wire(),
                LedgerAccount.CUSTOMER_CREDIT.wire(),
                "payment",
                ids(payments, each -> Ids.next()),
                texts(payments, OpenItem::amountMinor),
                texts(payments, OpenItem::currency),
                texts(payments, OpenItem::bookedOn),
                texts(payments, payment -> ownDays.get(payment.documentId())),
                ids(payments, OpenItem::documentId),
                ids(payments, OpenItem::billingAccountId));
    }

    /** Adds what settles what. */
    public void addSteps(List<Step> steps) {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                ALLOCATIONS,
                tenant,
                ids(steps, each -> Ids.next()),
                ids(steps, step -> step.credit().documentId()),
                ids(steps, Step::receivableId),
                texts(steps, Step::amountMinor),
                texts(steps, Step::bookedOn));
        database.update(
                JOURNAL,
                tenant,
                LedgerAccount.CUSTOMER_CREDIT.wire(),
                LedgerAccount.RECEIVABLES.wire(),
                "allocation",
                ids(steps, each -> Ids.next()),
                texts(steps, Step::amountMinor),
                texts(steps, step -> step.credit().currency()),
                texts(steps, Step::bookedOn),
                texts(steps, step -> null),
                ids(steps, step -> step.credit().documentId()),
                ids(steps, step -> step.credit().billingAccountId()));
    }

    /** Changes what is open of items that existed before. */
    public void change(Map<UUID, Long> byMinor) {
        database.update(
                CHANGES, ids(byMinor.keySet(), Function.identity()), texts(byMinor.values(), Function.identity()));
    }

    /**
     * What is open of these accounts, locked until the transaction ends, account by account in one order for all
     * callers.
     */
    public List<OpenItem> lockOpen(Collection<UUID> billingAccountIds) {
        return database.list(
                LedgerRepository.ITEM + "where billing_account_id = any(?) and open_minor > 0 "
                        + "order by billing_account_id, due_on, booked_on, document_id for update",
                LedgerRepository::item,
                (Object) billingAccountIds.toArray(UUID[]::new));
    }

    /** Everything open of these accounts, due first first within each. */
    public List<OpenItem> open(Collection<UUID> billingAccountIds) {
        return database.list(
                LedgerRepository.ITEM + "where billing_account_id = any(?) and open_minor > 0 "
                        + "order by billing_account_id, due_on, booked_on, document_id",
                LedgerRepository::item,
                (Object) billingAccountIds.toArray(UUID[]::new));
    }

    /** Receivables of which just one of these amounts is open, some of each amount. */
    public List<OpenItem> openWithAmount(String currency, Set<Long> amounts, int atMostEach) {
        return database.list(
                "select i.* from unnest(?::text[]::bigint[]) as a (amount) cross join lateral ("
                        + LedgerRepository.ITEM
                        + "where open_minor = a.amount and currency = ? and side = 'receivable' and open_minor > 0 limit ?) i",
                LedgerRepository::item,
                texts(amounts, Function.identity()),
                currency,
                atMostEach);
    }

    private static <T> UUID[] ids(Collection<T> rows, Function<T, UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, ?> value) {
        return rows.stream()
                .map(row -> Objects.toString(value.apply(row), null))
                .toArray(String[]::new);
    }
}
