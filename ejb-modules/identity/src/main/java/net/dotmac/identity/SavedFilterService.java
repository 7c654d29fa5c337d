package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.UUID;
import net.dotmac.identity.domain.KeptFilter;
import net.dotmac.identity.persistence.SavedFilterRepository;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** Views of lists that a person keeps for himself. Nobody else sees them, so they need no permission. */
@Stateless
@Interceptors(CallInterceptor.class)
public class SavedFilterService {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;
    private static final int AT_MOST = 50;

    @Inject
    private SavedFilterRepository filters;

    /** The caller's own for one list, by name. */
    @Requires(Requires.NOTHING)
    public List<SavedFilter> mine(String list) {
        return filters.of(CallContext.current().actor(), list).stream()
                .map(KeptFilter::details)
                .toList();
    }

    /**
     * Keeps a view under a name; one of that name is replaced.
     *
     * @throws DomainException {@code invalid-value} for a name or query that is empty or too long, or the 51st of a list
     */
    @Requires(Requires.NOTHING)
    public SavedFilter save(String list, String name, String query) {
        String wanted = name == null ? "" : name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw DomainException.invalid("name", "Expected 1 to " + LONGEST_NAME + " characters.");
        }
        if (query == null || query.length() > LONGEST_QUERY) {
            throw DomainException.invalid("query", "Expected at most " + LONGEST_QUERY + " characters.");
        }
        String owner = CallContext.current().actor();
        List<KeptFilter> kept = filters.of(owner, list);
        for (KeptFilter filter : kept) {
            if (filter.details().name().equals(wanted)) {
                filter.replace(query);
                return filter.details();
            }
        }
        if (kept.size() >= AT_MOST) {
            throw DomainException.invalid("name", "There are " + AT_MOST + " saved views already; delete one first.");
        }
        KeptFilter filter = new KeptFilter(owner, list, wanted, query);
        filters.add(filter);
        return filter.details();
    }

    /** @throws DomainException {@code not-found} if there is none or it is somebody else's */
    @Requires(Requires.NOTHING)
    public void delete(UUID id) {
        KeptFilter filter = filters.find(id)
                .filter(found -> found.isOf(CallContext.current().actor()))
                .orElseThrow(() -> DomainException.notFound("saved view", id));
        filters.remove(filter);
    }
}
