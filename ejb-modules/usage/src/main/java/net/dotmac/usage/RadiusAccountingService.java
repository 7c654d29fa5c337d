package net.dotmac.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.ProductService;
import net.dotmac.usage.domain.RadiusPolicy;
import net.dotmac.usage.persistence.RadiusSessionRepository;
import net.dotmac.usage.persistence.RadiusSessionRepository.Key;
import net.dotmac.usage.persistence.RadiusSessionRepository.Opened;
import net.dotmac.usage.persistence.RadiusSessionRepository.Progress;
import net.dotmac.usage.persistence.UsageIntakeWriter;

/**
 * Turns RADIUS accounting into usage in GB of 10^9 octets. Events are kept as they come; in whichever order, and however often they do,
 * a session's usage comes to the same.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class RadiusAccountingService {

    /** Of one delivery. */
    public static final int MOST_EVENTS = 1_000;

    private static final String SOURCE = "radius";

    @Inject
    private RadiusSessionRepository sessions;

    @Inject
    private UsageIntakeWriter usage;

    @Inject
    private ProductService products;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Keeps these events, and as usage what their sessions used more than is known.
     *
     * @param entries 1 to 1,000
     * @return each event's outcome, in the same order
     */
    @Requires("usage.write")
    public List<UsageOutcome> take(List<RadiusEntry> entries) {
        if (entries.isEmpty() || entries.size() > MOST_EVENTS) {
            throw DomainException.invalid(
                    "usage", "Found " + entries.size() + " events, expected 1 to " + MOST_EVENTS + " at once.");
        }
        Instant now = clock.now();
        Map<Integer, String> faults = faults(entries, now);
        List<RadiusEntry> good = entries.stream()
                .filter(entry -> !faults.containsKey(entry.position()))
                .toList();
        Map<Integer, String> outcomes = good.isEmpty() ? Map.of() : keep(good, faults, now);
        List<UsageOutcome> told = new ArrayList<>();
        for (RadiusEntry entry : entries) {
            String fault = faults.get(entry.position());
            told.add(new UsageOutcome(
                    entry.position(),
                    entry.event() == null ? null : entry.event().nas(),
                    entry.event() == null ? null : entry.event().sessionId(),
                    fault == null ? outcomes.get(entry.position()) : UsageOutcome.REFUSED,
                    fault));
        }
        return told;
    }

    @Requires("usage.read")
    public Page<RadiusSessionDetails> sessions(Query query) {
        return sessions.find(query);
    }

    @Requires("usage.read")
    public RadiusSessionDetails session(UUID id) {
        return sessions.find(id).orElseThrow(() -> DomainException.notFound("RADIUS session", id));
    }

    private Map<Integer, String> faults(List<RadiusEntry> entries, Instant now) {
        Set<UUID> named = entries.stream()
                .filter(entry -> entry.event() != null && entry.event().productId() != null)
                .map(entry -> entry.event().productId())
                .collect(Collectors.toSet());
        Map<Integer, String> faults = new HashMap<>();
        try (CallContext.Scope scope =
                CallContext.current().with("product.read").bind()) {
            Set<UUID> known = products.known(named);
            for (RadiusEntry entry : entries) {
                String fault = entry.fault() != null
                        ? entry.fault()
                        : RadiusPolicy.fault(entry.event(), known, now).orElse(null);
                if (fault != null) {
                    faults.put(entry.position(), fault);
                }
            }
        }
        return faults;
    }

    private Map<Integer, String> keep(List<RadiusEntry> good, Map<Integer, String> faults, Instant now) {
        Map<String, Opened> opened = sessions.lock(good);
        Set<Key> added = sessions.add(now);
        Map<Integer, String> outcomes = new HashMap<>();
        for (RadiusEntry entry : good) {
            RadiusEvent event = entry.event();
            Opened session = opened.get(event.nas() + "\0" + event.sessionId());
            if (!session.productId().equals(event.productId())) {
                faults.put(entry.position(), "The session belongs to another product.");
            } else {
                boolean isNew = added.remove(Key.of(session.id(), event));
                outcomes.put(entry.position(), isNew ? UsageOutcome.ACCEPTED : UsageOutcome.DUPLICATE);
            }
        }
        keepUsage(sessions.progress(opened.values().stream().map(Opened::id).toList()), now);
        return outcomes;
    }

    private void keepUsage(List<Progress> progress, Instant now) {
        List<UsageEntry> more = new ArrayList<>();
        for (Progress session : progress) {
            BigDecimal quantity =
                    RadiusPolicy.gigabytes(session.total()).subtract(RadiusPolicy.gigabytes(session.charged()));
            if (quantity.signum() > 0) {
                UsageRecord record = new UsageRecord(
                        SOURCE,
                        session.id() + "-" + session.total().toPlainString(),
                        session.productId(),
                        "GB",
                        quantity,
                        session.lastAt());
                more.add(new UsageEntry(more.size() + 1, record, null));
            }
        }
        if (!more.isEmpty()) {
            usage.add(more, now);
            outbox.record(
                    "usage.records.received.v1",
                    Ids.next().toString(),
                    Map.of("channel", SOURCE, "name", SOURCE, "accepted", more.size(), "duplicates", 0, "refused", 0));
        }
        sessions.charge(progress);
    }
}
