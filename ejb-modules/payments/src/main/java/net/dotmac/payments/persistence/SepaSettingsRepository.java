package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.SepaSettings;

/** Keeps as whom the current tenant collects. */
@ApplicationScoped
public class SepaSettingsRepository {

    @Inject
    private Database database;

    public Optional<SepaSettings> find() {
        return database.first(
                "select creditor_id, creditor_name, town, country, iban, bic, notice_days, needs_approval "
                        + "from payments.sepa_settings",
                row -> new SepaSettings(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getBoolean(8)));
    }

    public void put(SepaSettings settings, Instant now) {
        CallContext caller = CallContext.current();
        database.update(
                "insert into payments.sepa_settings (tenant_id, creditor_id, creditor_name, town, country, iban, bic, "
                        + "notice_days, needs_approval, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "on conflict (tenant_id) do update set creditor_id = excluded.creditor_id, "
                        + "creditor_name = excluded.creditor_name, town = excluded.town, country = excluded.country, "
                        + "iban = excluded.iban, bic = excluded.bic, notice_days = excluded.notice_days, "
                        + "needs_approval = excluded.needs_approval, changed_at = excluded.changed_at, "
                        + "changed_by = excluded.changed_by",
                caller.tenantId(),
                settings.creditorId(),
                settings.creditorName(),
                settings.town(),
                settings.country(),
                settings.iban(),
                settings.bic(),
                settings.noticeDays(),
                settings.needsApproval(),
                now,
                caller.actor());
    }
}
