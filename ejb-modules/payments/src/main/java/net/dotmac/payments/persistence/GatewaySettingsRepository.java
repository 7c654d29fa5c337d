package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Secrets;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.GatewayAccess;
import net.dotmac.payments.GatewaySettings;

/** Keeps the current tenant's gateway; its secrets are sealed. */
@ApplicationScoped
public class GatewaySettingsRepository {

    @Inject
    private Database database;

    @Inject
    private Secrets secrets;

    public Optional<GatewaySettings> find() {
        return database.first(
                "select base_url, return_url, is_on, endpoint_id from payments.gateway_settings",
                row -> new GatewaySettings(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)));
    }

    /** With what the gateway is asked, also after it was switched off: what was opened is followed to its end. */
    public Optional<GatewayAccess> access() {
        return database.first(
                "select base_url, sealed_key, return_url from payments.gateway_settings",
                row -> new GatewayAccess(
                        row.getString(1), secrets.open(row.getString(2), purpose("key")), row.getString(3)));
    }

    /** With what the gateway signs. */
    public Optional<String> webhookSecret() {
        return database.first(
                "select sealed_webhook_secret from payments.gateway_settings",
                row -> secrets.open(row.getString(1), purpose("webhook")));
    }

    /**
     * Keeps the settings, its secrets sealed.
     *
     * @param key null to keep the one there is
     * @param webhookSecret null to keep the one there is
     */
    public void put(GatewaySettings settings, String key, String webhookSecret, Instant now) {
        CallContext caller = CallContext.current();
        database.update(
                "insert into payments.gateway_settings as s (tenant_id, endpoint_id, base_url, return_url, sealed_key, "
                        + "sealed_webhook_secret, is_on, changed_at, changed_by) values (?, ?, ?, ?, coalesce(?, ''), "
                        + "coalesce(?, ''), ?, ?, ?) on conflict (tenant_id) do update set base_url = excluded.base_url, "
                        + "return_url = excluded.return_url, "
                        + "sealed_key = coalesce(nullif(excluded.sealed_key, ''), s.sealed_key), "
                        + "sealed_webhook_secret = coalesce(nullif(excluded.sealed_webhook_secret, ''), "
                        + "s.sealed_webhook_secret), is_on = excluded.is_on, changed_at = excluded.changed_at, "
                        + "changed_by = excluded.changed_by",
                caller.tenantId(),
                settings.endpointId(),
                settings.baseUrl(),
                settings.returnUrl(),
                key == null ? null : secrets.seal(key, purpose("key")),
                webhookSecret == null ? null : secrets.seal(webhookSecret, purpose("webhook")),
                settings.isOn(),
                now,
                caller.actor());
    }

    private static String purpose(String what) {
        return "payments.gateway." + what + ":" + CallContext.current().tenantId();
    }
}
