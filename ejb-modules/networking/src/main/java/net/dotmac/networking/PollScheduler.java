package net.dotmac.networking;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.health.Vitals;
import net.dotmac.networking.domain.DevicePoller;
import net.dotmac.networking.domain.InterfaceSample;
import net.dotmac.networking.domain.PollMemory;
import net.dotmac.networking.domain.PollOutcome;
import net.dotmac.networking.domain.PollTask;
import net.dotmac.networking.domain.PolledDevice;
import net.dotmac.networking.domain.SampleTaker;
import net.dotmac.networking.persistence.SampleWriter;
import net.dotmac.platform.TenantDirectory;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every second: stores what devices have answered meanwhile, then asks those that are due. It never waits for a device, so a
 * dead one delays nobody; it polls for every active tenant, in that tenant's name.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PollScheduler {

    private static final System.Logger LOG = System.getLogger(PollScheduler.class.getName());
    private static final int TURN_MILLIS = 1_000;
    private static final int FIRST_TURN_MILLIS = 3_000;
    private static final int BATCH = 200;
    private static final int TURN_LATE_SECONDS = 60;

    @Resource
    private TimerService timers;

    @Resource(lookup = SnmpConnectionFactory.JNDI_NAME)
    private SnmpConnectionFactory snmp;

    @Inject
    private TenantDirectory tenants;

    @Inject
    private PollingService polling;

    @Inject
    private SampleWriter samples;

    @Inject
    private SampleRetention retention;

    @Inject
    private PollMemory memory;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.poller.enabled", defaultValue = "true")
    private boolean enabled;

    @Inject
    @ConfigProperty(name = "dotmac.poller.max-in-flight", defaultValue = "1000")
    private int maxInFlight;

    private final Map<UUID, Queue<PollOutcome>> answered = new ConcurrentHashMap<>();
    private final AtomicInteger outstanding = new AtomicInteger();
    private final LongAdder polls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder counters = new LongAdder();
    private volatile SnmpConnection connection;
    private volatile Instant lastTurnAt;
    private volatile boolean isLastTurnFailed;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        lastTurnAt = clock.instant();
        Vitals.tell("poller", this::vital);
        if (enabled) {
            next(FIRST_TURN_MILLIS);
        }
    }

    /** One turn after the other, with a pause between: a slow database must not pile them up. */
    private void next(long millis) {
        timers.createSingleActionTimer(millis, new TimerConfig("poll", false));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        SnmpConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    @Timeout
    void turn() {
        try {
            retention.keep();
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("poller", tenant).run(() -> {
                    store(tenant);
                    ask(tenant);
                });
            }
            lastTurnAt = clock.instant();
            isLastTurnFailed = false;
        } catch (RuntimeException e) {
            // The next turn tries again; the log hears of the first failure of a row only.
            LOG.log(
                    isLastTurnFailed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "Polling is held up",
                    e);
            isLastTurnFailed = true;
        } finally {
            if (!stopping) {
                next(TURN_MILLIS);
            }
        }
    }

    private void ask(UUID tenant) {
        int room = maxInFlight - outstanding.get();
        List<PollTask> tasks = room > 0 ? polling.claim(room) : List.of();
        if (tasks.isEmpty()) {
            return;
        }
        Map<UUID, PollTask> byDevice =
                tasks.stream().collect(Collectors.toMap(PollTask::deviceId, Function.identity()));
        Queue<PollOutcome> queue = answered.computeIfAbsent(tenant, id -> new ConcurrentLinkedQueue<>());
        outstanding.addAndGet(tasks.size());
        new DevicePoller(connection(), clock, maxInFlight)
                .poll(tasks, polled -> queue.add(new PollOutcome(byDevice.get(polled.deviceId()), polled)));
    }

    private SnmpConnection connection() {
        if (connection == null) {
            try {
                connection = snmp.getConnection();
            } catch (ResourceException e) {
                throw new IllegalStateException("The SNMP connector gave no connection", e);
            }
        }
        return connection;
    }

    private void store(UUID tenant) {
        Queue<PollOutcome> queue = answered.getOrDefault(tenant, new ConcurrentLinkedQueue<>());
        while (!queue.isEmpty()) {
            List<PollOutcome> batch = new ArrayList<>();
            for (PollOutcome one = queue.poll(); one != null; one = batch.size() < BATCH ? queue.poll() : null) {
                batch.add(one);
            }
            outstanding.addAndGet(-batch.size());
            store(tenant, batch);
        }
    }

    private void store(UUID tenant, List<PollOutcome> batch) {
        List<PollOutcome> reached;
        try {
            reached = polling.store(batch);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                memory.forget(batch.get(0).task().deviceId());
                throw e;
            }
            // Somebody changed one of the devices meanwhile, or one is odd: the others must not suffer from it.
            LOG.log(System.Logger.Level.DEBUG, "a batch of polls is stored one by one", e);
            batch.forEach(one -> store(tenant, List.of(one)));
            return;
        }
        polls.add(batch.size());
        failures.add(batch.size() - reached.size());
        write(tenant, reached);
    }

    private void write(UUID tenant, List<PollOutcome> reached) {
        SampleTaker taker = new SampleTaker(memory);
        List<InterfaceSample> taken = new ArrayList<>();
        for (PollOutcome outcome : reached) {
            taken.addAll(taker.take(tenant, outcome.task(), (PolledDevice.Reached) outcome.polled()));
        }
        samples.write(taken);
        written.add(taken.size());
        taken.forEach(sample -> counters.add(sample.reading().values().size()));
    }

    private Vitals.Vital vital() {
        long age = Duration.between(lastTurnAt, clock.instant()).toSeconds();
        return new Vitals.Vital(
                !enabled || age <= TURN_LATE_SECONDS,
                Map.of("secondsSinceTurn", age, "outstanding", outstanding.get()));
    }

    /** What this node has polled since it started. */
    public PollStatistics statistics() {
        return new PollStatistics(
                polls.sum(), failures.sum(), written.sum(), counters.sum(), outstanding.get(), lastTurnAt);
    }
}
