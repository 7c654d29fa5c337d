package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.domain.Site;
import net.dotmac.networking.persistence.SiteRepository;

/** Everything others may do with sites. */
@Stateless
@Interceptors(CallInterceptor.class)
public class SiteService {

    @Inject
    private SiteRepository repository;

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
        requireFree(site);
        repository.add(site);
        audit.record(
                "site.created", "site", site.id(), Map.of("name", site.details().name()));
        return site.details();
    }

    /**
     * Changes a site.
     *
     * @throws DomainException {@code not-found}, {@code invalid-value}, {@code network-name-taken}
     */
    @Requires("device.write")
    public SiteDetails change(UUID id, String name, String location) {
        Site site = require(id);
        site.change(name, location);
        requireFree(site);
        repository.flush();
        audit.record("site.changed", "site", id, Map.of("name", site.details().name()));
        return site.details();
    }

    /** Sites by name and location. */
    @Requires("device.read")
    public Page<SiteDetails> find(Query query) {
        return repository.find(query).map(Site::details);
    }

    /** @throws DomainException {@code not-found} */
    @Requires("device.read")
    public SiteDetails get(UUID id) {
        return require(id).details();
    }

    private Site require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("site", id));
    }

    private void requireFree(Site site) {
        String name = site.details().name();
        if (repository.nameExists(name, site.id())) {
            throw new DomainException(NetworkingProblem.NAME_TAKEN, "There is a site called " + name + ".", "name");
        }
    }
}
