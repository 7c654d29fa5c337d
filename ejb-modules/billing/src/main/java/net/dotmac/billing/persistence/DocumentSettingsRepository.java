package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.dotmac.billing.DocumentSettings;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** The one row of a tenant's way with documents, absent until somebody chooses. */
@ApplicationScoped
public class DocumentSettingsRepository {

    @Inject
    private Database database;

    public Optional<DocumentSettings> get() {
        return database.first(
                "select e_invoice, endpoint_scheme, endpoint from billing.document_settings",
                row -> new DocumentSettings(row.getString(1), row.getString(2), row.getString(3)));
    }

    public void put(DocumentSettings settings) {
        database.update(
                "insert into billing.document_settings (tenant_id, e_invoice, endpoint_scheme, endpoint) "
                        + "values (?, ?, ?, ?) on conflict (tenant_id) do update set e_invoice = excluded.e_invoice, "
                        + "endpoint_scheme = excluded.endpoint_scheme, endpoint = excluded.endpoint, updated_at = now()",
                CallContext.current().tenantId(),
                settings.eInvoice(),
                settings.electronicAddressScheme(),
                settings.electronicAddress());
    }
}
