package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.ledger.UnservedRevenue.Unserved;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;

/**
 * Moves revenue to and from deferred revenue at a month's end, by one row for each currency and tax key: the row is
 * the difference between what the documents say is unserved and what stands on the account, so a second one is never
 * needed and never wrong. A billing run books all of a document as revenue and pays nothing for this.
 */
@ApplicationScoped
public class RecognitionWriter {

    @Inject
    private Database database;

    @Inject
    private LedgerRepository ledger;

    @Inject
    private UnservedRevenue unserved;

    /**
     * Brings the account to where it should be at the end of each month, the oldest first.
     *
     * @param lastClosed months until then are as they are
     * @return how many rows were needed
     */
    public int recognise(Optional<YearMonth> lastClosed, YearMonth through) {
        Optional<YearMonth> first = lastClosed.map(each -> each.plusMonths(1)).or(this::firstBooked);
        int rows = 0;
        if (first.isPresent()) {
            for (YearMonth month = first.get(); !month.isAfter(through); month = month.plusMonths(1)) {
                rows += move(month);
            }
        }
        return rows;
    }

    private int move(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        Map<Key, Long> moves = new TreeMap<>();
        unserved.asOf(end).forEach(each -> moves.merge(key(each), each.netMinor(), Math::addExact));
        booked(end).forEach(each -> moves.merge(key(each), -each.netMinor(), Math::addExact));
        moves.values().removeIf(amount -> amount == 0);
        UUID recognition = Ids.next();
        moves.forEach((key, amount) -> {
            boolean isDeferred = amount > 0;
            ledger.addJournal(
                    isDeferred ? LedgerAccount.REVENUE : LedgerAccount.DEFERRED_REVENUE,
                    isDeferred ? LedgerAccount.DEFERRED_REVENUE : LedgerAccount.REVENUE,
                    Math.abs(amount),
                    new Cause("recognition", recognition, null, key.currency(), end).taxed(key.taxKey()));
        });
        return moves.size();
    }

    /** What stands on the account as of a day, credit positive. */
    public List<Unserved> booked(LocalDate day) {
        return database.list(
                "select currency, tax_key, sum(case credit_account when 'deferredRevenue' then amount_minor "
                        + "else -amount_minor end)::bigint from ledger.journal "
                        + "where document_kind = 'recognition' and booked_on <= ? group by 1, 2",
                row -> new Unserved(row.getString(1), row.getString(2), row.getLong(3)),
                day);
    }

    private Optional<YearMonth> firstBooked() {
        return database.list(
                        "select min(booked_on) from ledger.journal",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0)
                .map(YearMonth::from);
    }

    private static Key key(Unserved each) {
        return new Key(each.currency(), each.taxKey());
    }

    private record Key(String currency, String taxKey) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCurrency = currency.compareTo(other.currency);
            return byCurrency != 0 ? byCurrency : taxKey.compareTo(other.taxKey);
        }
    }
}
