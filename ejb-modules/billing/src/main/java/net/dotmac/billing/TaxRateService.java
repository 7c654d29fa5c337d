package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.dotmac.billing.domain.DebitNoteCalculator;
import net.dotmac.billing.persistence.TaxRateRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** The tax rates that documents apply. Issued documents keep theirs. */
@Stateless
@Interceptors(CallInterceptor.class)
public class TaxRateService {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    private TaxRateRepository repository;

    @Inject
    private AuditTrail audit;

    /** All rates by category, jurisdiction and day. */
    @Requires("taxRate.read")
    public List<TaxRateDetails> list() {
        return repository.all();
    }

    /** Adds a rate, or corrects the one of the same category, jurisdiction and day. */
    @Requires("taxRate.write")
    public void put(TaxRateDetails rate) {
        if (rate.category() == null
                || rate.category().isBlank()
                || rate.category().length() > 40) {
            throw DomainException.invalid("category", "Expected 1 to 40 characters for the tax category.");
        }
        if (rate.category().equals(DebitNoteCalculator.OUTSIDE)) {
            throw DomainException.invalid(
                    "category", "The name outside stands for what is outside VAT. Choose another name.");
        }
        if (rate.jurisdiction() == null || rate.jurisdiction().length() > 100) {
            throw DomainException.invalid("jurisdiction", "Expected 0 to 100 characters for the jurisdiction.");
        }
        if (rate.percent() == null
                || rate.percent().signum() < 0
                || rate.percent().compareTo(HUNDRED) > 0
                || rate.percent().scale() > 8) {
            throw DomainException.invalid("percent", "Found " + rate.percent() + ", expected 0 to 100.");
        }
        if (rate.validFrom() == null) {
            throw DomainException.invalid("validFrom", "A tax rate needs the day from which it holds.");
        }
        repository.put(rate);
        audit.record(
                "taxRate.put",
                "taxRate",
                rate.category(),
                Map.of("percent", rate.percent(), "validFrom", rate.validFrom().toString()));
    }
}
