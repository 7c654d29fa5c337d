package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.Optional;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.SepaIds;
import net.dotmac.payments.persistence.SepaSettingsRepository;

/** As whom the tenant collects, and how. */
@Stateless
@Interceptors(CallInterceptor.class)
public class SepaSettingsService {

    private static final int MOST_NOTICE_DAYS = 60;

    @Inject
    private SepaSettingsRepository repository;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    /** Empty until somebody has said it. */
    @Requires("directDebit.read")
    public Optional<SepaSettings> get() {
        return repository.find();
    }

    /**
     * Changes them for batches to come; those that exist keep the creditor they were made with.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    @Requires("sepaSettings.write")
    public SepaSettings put(SepaSettings told) {
        if (told.noticeDays() < 1 || told.noticeDays() > MOST_NOTICE_DAYS) {
            throw DomainException.invalid(
                    "noticeDays", "Found " + told.noticeDays() + ", expected 1 to " + MOST_NOTICE_DAYS + " days.");
        }
        SepaSettings settings = new SepaSettings(
                SepaIds.creditorId("creditorId", told.creditorId()),
                MandateForm.text("creditorName", told.creditorName(), 70, true),
                MandateForm.text("town", told.town(), 35, true),
                MandateForm.country("country", told.country()),
                SepaIds.iban("iban", told.iban()),
                SepaIds.bic("bic", told.bic()),
                told.noticeDays(),
                told.needsApproval());
        repository.put(settings, clock.now());
        audit.record(
                "sepaSettings.changed",
                "sepaSettings",
                CallContext.current().tenantId(),
                Map.of(
                        "creditorId", settings.creditorId(),
                        "noticeDays", settings.noticeDays(),
                        "needsApproval", settings.needsApproval()));
        return settings;
    }
}
