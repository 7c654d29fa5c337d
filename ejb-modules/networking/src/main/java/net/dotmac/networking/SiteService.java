package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.networking.domain.Site;
import net.dotmac.networking.persistence.DeviceRepository;

/** Everything others may do with sites. */
@Stateless
@Interceptors(CallInterceptor.class)
public class SiteService {

    @Inject
    private DeviceRepository repository;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Records a site.
     *
     * @param location where it is, for people, or null
     * @throws DomainException {@code invalid-value}, {@code network-name-taken}
     */
    @Requires("device.write")
    public SiteDetails create(String name, String location) {
        Site site = new Site(name, location, clock.instant());
        if (repository.siteNameExists(site.details().name(), site.id())) {
            throw new DomainException(NetworkingProblem.NAME_TAKEN, "There is a site called " + name + ".", "name");
        }
        repository.add(site);
        audit.record(
                "site.created", "site", site.id(), Map.of("name", site.details().name()));
        return site.details();
    }

    /** The first thousand sites by name. */
    @Requires("device.read")
    public List<SiteDetails> list() {
        return repository.sites().stream().map(Site::details).toList();
    }
}
