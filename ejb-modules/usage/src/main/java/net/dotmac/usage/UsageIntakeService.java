package net.dotmac.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.AuditTrail;
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
import net.dotmac.usage.domain.RecordPolicy;
import net.dotmac.usage.domain.UsageCsvParser;
import net.dotmac.usage.persistence.UsageBatchRepository;
import net.dotmac.usage.persistence.UsageIntakeWriter;

/**
 * Takes in deliveries of usage records. Each record is accepted, a duplicate, or refused with a reason; a record that bears the id of
 * another but says something else is refused, and the first one stands.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class UsageIntakeService {

    /** Of one delivery by REST. */
    public static final int MOST_RECORDS = 10_000;

    private static final int MOST_LINES = 100_000;
    private static final int MOST_BYTES = 10_000_000;
    private static final int TOLD = 20;
    private static final String REST = "rest";
    private static final String CSV = "csv";

    @Inject
    private UsageIntakeWriter writer;

    @Inject
    private UsageBatchRepository batches;

    @Inject
    private ProductService products;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps what can be kept of these records.
     *
     * @param entries 1 to 10,000
     */
    @Requires("usage.write")
    public UsageReceipt take(List<UsageEntry> entries) {
        if (entries.isEmpty() || entries.size() > MOST_RECORDS) {
            throw DomainException.invalid(
                    "usage", "Found " + entries.size() + " records, expected 1 to " + MOST_RECORDS + " at once.");
        }
        String name = entries.stream()
                .filter(entry -> entry.record() != null && entry.record().source() != null)
                .map(entry -> entry.record().source())
                .filter(source -> !source.isBlank() && source.length() <= 100 && source.indexOf('\0') < 0)
                .findFirst()
                .orElse("?");
        return keep(REST, name, entries, faults(entries));
    }

    /**
     * Keeps all records of a file, or none.
     *
     * @throws DomainException {@code usage-file-refused} naming the lines that can't be kept
     */
    @Requires("usage.write")
    public UsageReceipt takeFile(UsageFile file) {
        requireText("name", file.name(), 200);
        requireText("source", file.source(), 100);
        if (file.content().length == 0 || file.content().length > MOST_BYTES) {
            throw new DomainException(
                    UsageProblem.FILE_REFUSED,
                    "The file has " + file.content().length + " bytes, expected 1 to " + MOST_BYTES + ".");
        }
        List<UsageEntry> entries = UsageCsvParser.parse(file.content(), file.source(), MOST_LINES);
        refuseFile(faults(entries));
        UsageReceipt receipt = keep(CSV, file.name(), entries, Map.of());
        refuseFile(receipt.outcomes().stream()
                .filter(outcome -> outcome.outcome().equals(UsageOutcome.REFUSED))
                .collect(Collectors.toMap(UsageOutcome::position, UsageOutcome::reason)));
        return receipt;
    }

    @Requires("usage.read")
    public UsageBatchDetails batch(UUID id) {
        return batches.find(id).orElseThrow(() -> DomainException.notFound("usage batch", id));
    }

    @Requires("usage.read")
    public Page<UsageBatchDetails> batches(Query query) {
        return batches.find(query);
    }

    /** The records of a delivery that were refused, in its order. */
    @Requires("usage.read")
    public List<UsageOutcome> refused(UUID batchId) {
        batch(batchId);
        return batches.refused(batchId);
    }

    /** By position, what is wrong with the records themselves. */
    private Map<Integer, String> faults(List<UsageEntry> entries) {
        Instant now = clock.now();
        Set<UUID> named = entries.stream()
                .filter(entry -> entry.record() != null && entry.record().productId() != null)
                .map(entry -> entry.record().productId())
                .collect(Collectors.toSet());
        Set<UUID> known = known(named);
        return entries.stream()
                .map(entry -> Map.entry(entry.position(), fault(entry, known, now)))
                .filter(fault -> !fault.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<UUID> known(Set<UUID> productIds) {
        try (CallContext.Scope scope =
                CallContext.current().with("product.read").bind()) {
            return products.known(productIds);
        }
    }

    private static String fault(UsageEntry entry, Set<UUID> known, Instant now) {
        if (entry.fault() != null) {
            return entry.fault();
        }
        return RecordPolicy.fault(entry.record(), now)
                .orElse(
                        known.contains(entry.record().productId())
                                ? ""
                                : "There is no product " + entry.record().productId() + ".");
    }

    private static void refuseFile(Map<Integer, String> faults) {
        if (faults.isEmpty()) {
            return;
        }
        String told = faults.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(TOLD)
                .map(fault -> "line " + fault.getKey() + ": " + fault.getValue())
                .collect(Collectors.joining(" "));
        String more = faults.size() > TOLD ? " And " + (faults.size() - TOLD) + " more." : "";
        throw new DomainException(UsageProblem.FILE_REFUSED, "Nothing was kept. " + told + more);
    }

    private UsageReceipt keep(String channel, String name, List<UsageEntry> entries, Map<Integer, String> faults) {
        List<UsageEntry> good = entries.stream()
                .filter(entry -> !faults.containsKey(entry.position()))
                .toList();
        Instant now = clock.now();
        Map<Integer, String> outcomes = good.isEmpty() ? Map.of() : writer.add(good, now);
        List<UsageOutcome> told = new ArrayList<>(entries.size());
        for (UsageEntry entry : entries) {
            String fault = faults.get(entry.position());
            String outcome = fault == null ? outcomes.get(entry.position()) : UsageOutcome.REFUSED;
            told.add(UsageOutcome.of(entry, outcome, outcome.equals(UsageOutcome.REFUSED) ? reason(fault) : null));
        }
        return new UsageReceipt(batch(channel, name, told, now), told);
    }

    private static String reason(String fault) {
        return fault == null ? "A record with this id came before and says something else." : fault;
    }

    private UsageBatchDetails batch(String channel, String name, List<UsageOutcome> told, Instant now) {
        Map<String, Long> counts =
                told.stream().collect(Collectors.groupingBy(UsageOutcome::outcome, Collectors.counting()));
        Function<String, Integer> count =
                outcome -> counts.getOrDefault(outcome, 0L).intValue();
        UsageBatchDetails batch = new UsageBatchDetails(
                Ids.next(),
                channel,
                name,
                told.size(),
                count.apply(UsageOutcome.ACCEPTED),
                count.apply(UsageOutcome.DUPLICATE),
                count.apply(UsageOutcome.REFUSED),
                CallContext.current().actor(),
                now);
        writer.addBatch(batch, told);
        Map<String, ?> facts = Map.of(
                "batchId", batch.id().toString(),
                "channel", batch.channel(),
                "name", batch.name(),
                "accepted", batch.accepted(),
                "duplicates", batch.duplicates(),
                "refused", batch.refused());
        audit.record("usage.received", "usageBatch", batch.id(), facts);
        outbox.record("usage.records.received.v1", batch.id().toString(), facts);
        return batch;
    }

    private static void requireText(String attribute, String text, int atMost) {
        if (text == null || text.isBlank() || text.length() > atMost || text.indexOf('\0') >= 0) {
            throw DomainException.invalid(attribute, "Expected 1 to " + atMost + " characters for " + attribute + ".");
        }
    }
}
