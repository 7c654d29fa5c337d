package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dotmac.billing.persistence.DocumentSettingsRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** How the tenant's documents are given out. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DocumentSettingsService {

    @Inject
    private DocumentSettingsRepository repository;

    @Inject
    private AuditTrail audit;

    @Requires("invoice.read")
    public DocumentSettings get() {
        return repository.get().orElse(DocumentSettings.USUAL);
    }

    /**
     * Holds for documents that are first asked for from now on; files that were given out stay as they are.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    @Requires("documentSettings.write")
    public DocumentSettings put(DocumentSettings settings) {
        DocumentSettings checked = settings.checked();
        repository.put(checked);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("eInvoice", checked.eInvoice());
        detail.put("electronicAddressScheme", checked.electronicAddressScheme());
        detail.put("electronicAddress", checked.electronicAddress());
        audit.record(
                "documentSettings.changed",
                "documentSettings",
                CallContext.current().tenantId(),
                detail);
        return checked;
    }
}
