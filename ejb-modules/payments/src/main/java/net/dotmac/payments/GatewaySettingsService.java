package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.domain.GatewayForm;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.persistence.GatewaySettingsRepository;

/** By which gateway the tenant's customers pay by card. */
@Stateless
@Interceptors(CallInterceptor.class)
public class GatewaySettingsService {

    private static final int SECRET = 200;

    @Inject
    private GatewaySettingsRepository repository;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    /** Empty until somebody has said it; the secrets are never told. */
    @Requires("gatewaySettings.write")
    public Optional<GatewaySettings> get() {
        return repository.find();
    }

    /**
     * Changes them; the endpoint stays as it is once it was made.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    @Requires("gatewaySettings.write")
    public GatewaySettings put(GatewaySettingsData told) {
        Optional<GatewaySettings> before = repository.find();
        boolean isFirst = before.isEmpty();
        UUID tenant = CallContext.current().tenantId();
        String key = MandateForm.text("secretKey", told.secretKey(), SECRET, isFirst);
        String webhookSecret = MandateForm.text("webhookSecret", told.webhookSecret(), SECRET, isFirst);
        GatewaySettings settings = new GatewaySettings(
                GatewayForm.url("baseUrl", told.baseUrl(), 200, GatewayForm.mayBePlain()),
                GatewayForm.url("returnUrl", told.returnUrl(), 500, GatewayForm.mayBePlain()),
                told.isOn(),
                before.map(GatewaySettings::endpointId).orElseGet(() -> GatewayForm.newEndpoint(tenant)));
        repository.put(settings, key, webhookSecret, clock.now());
        audit.record(
                "gatewaySettings.changed",
                "gatewaySettings",
                tenant,
                Map.of(
                        "baseUrl",
                        settings.baseUrl(),
                        "isOn",
                        settings.isOn(),
                        "hasNewKey",
                        key != null,
                        "hasNewWebhookSecret",
                        webhookSecret != null));
        return settings;
    }
}
