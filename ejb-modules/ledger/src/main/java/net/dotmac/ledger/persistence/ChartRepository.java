package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.LedgerAccount;

/** The tenant's own entries of his chart of accounts. */
@ApplicationScoped
public class ChartRepository {

    @Inject
    private Database database;

    public List<ChartEntry> own() {
        return database.list(
                "select account, tax_key, number, name, is_automatic from ledger.chart_account order by account, tax_key",
                row -> new ChartEntry(
                        LedgerAccount.ofWire(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        false));
    }

    public void put(ChartEntry entry, Instant now) {
        database.update(
                "insert into ledger.chart_account (tenant_id, account, tax_key, number, name, is_automatic, changed_at, "
                        + "changed_by) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, account, tax_key) "
                        + "do update set number = excluded.number, name = excluded.name, "
                        + "is_automatic = excluded.is_automatic, changed_at = excluded.changed_at, "
                        + "changed_by = excluded.changed_by",
                CallContext.current().tenantId(),
                entry.account().wire(),
                entry.taxKey(),
                entry.number(),
                entry.name(),
                entry.isAutomatic(),
                now,
                CallContext.current().actor());
    }

    /** @return whether there was one */
    public boolean remove(LedgerAccount account, String taxKey) {
        return database.update(
                        "delete from ledger.chart_account where account = ? and tax_key = ?", account.wire(), taxKey)
                > 0;
    }

    /** The keys of taxes that were ever booked. */
    public List<String> taxKeysInUse() {
        return database.list("select tax_key from ledger.tax_key order by tax_key", row -> row.getString(1));
    }
}
