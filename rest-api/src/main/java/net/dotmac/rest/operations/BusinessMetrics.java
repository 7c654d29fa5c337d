package net.dotmac.rest.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dotmac.batch.BillingRunFigures;
import net.dotmac.billing.MailFigures;
import net.dotmac.events.EventBacklog;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.NetworkSummary;
import net.dotmac.networking.PollScheduler;
import net.dotmac.networking.TrapCounters;
import net.dotmac.platform.TenantDirectory;

/**
 * What the business does, as metrics: billed, waiting, up and down. What the database has to be asked for is asked every ten
 * seconds and kept, so that a scrape costs nothing and an attacker's scrapes neither. Tenants are added up: a metric names none.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BusinessMetrics {

    private static final System.Logger LOG = System.getLogger(BusinessMetrics.class.getName());
    private static final List<String> SAMPLED =
            List.of("dotmac.outbox.waiting", "dotmac.outbox.age.seconds", "dotmac.alarms.open");
    private static final long EVERY_MILLIS = Duration.ofSeconds(10).toMillis();

    @Inject
    private MeterRegistry meters;

    @Inject
    private BillingRunFigures billing;

    @Inject
    private EventBacklog events;

    @Inject
    private PollScheduler poller;

    @Inject
    private MailFigures mails;

    @Inject
    private TrapCounters traps;

    @Inject
    private DeviceService devices;

    @Inject
    private TenantDirectory tenants;

    @Inject
    private Clock clock;

    @Resource
    private TimerService timers;

    private final Map<String, Long> sampled = new ConcurrentHashMap<>();

    /** By the registry's own methods: WildFly 39 keeps to itself what a meter's builder registers. */
    @PostConstruct
    void register() {
        counter("dotmac.billing.documents", Tags.empty(), billing::documents);
        counter("dotmac.billing.exceptions", Tags.empty(), billing::exceptions);
        gauge("dotmac.billing.documents.per.second", Tags.empty(), billing::documentsPerSecond);
        counter("dotmac.polls", Tags.empty(), () -> poller.statistics().polls());
        counter("dotmac.poll.failures", Tags.empty(), () -> poller.statistics().failures());
        gauge("dotmac.poller.turn.age.seconds", Tags.empty(), () -> Duration.between(
                        poller.statistics().lastTurnAt(), clock.instant())
                .toSeconds());
        registerMail();
        registerTraps();
        for (String name : SAMPLED) {
            gauge(name, Tags.empty(), () -> sampled.getOrDefault(name, 0L));
        }
        for (String status : List.of("up", "down", "unknown", "unmonitored")) {
            gauge(
                    "dotmac.devices",
                    Tags.of("status", status),
                    () -> sampled.getOrDefault("dotmac.devices." + status, 0L));
        }
        timers.createIntervalTimer(0, EVERY_MILLIS, new TimerConfig("business metrics", false));
    }

    private void registerMail() {
        gauge("dotmac.mails.waiting", Tags.empty(), mails::waiting);
        gauge("dotmac.mails.oldest.age.seconds", Tags.empty(), () -> mails.oldestAge()
                .toSeconds());
        counter("dotmac.mails.sent", Tags.empty(), mails::sentCount);
        counter("dotmac.mails.failed", Tags.empty(), mails::failedCount);
        counter("dotmac.mails.given.up", Tags.empty(), mails::givenUpCount);
    }

    private void registerTraps() {
        counter("dotmac.traps", Tags.of("outcome", "received"), () -> traps.statistics()
                .received());
        counter("dotmac.traps", Tags.of("outcome", "unknownSource"), () -> traps.statistics()
                .unknownSources());
        counter("dotmac.traps", Tags.of("outcome", "rejected"), () -> traps.statistics()
                .rejected());
        counter("dotmac.traps", Tags.of("outcome", "dropped"), () -> traps.statistics()
                .dropped());
        counter("dotmac.snmp.undecodable", Tags.empty(), () -> traps.statistics()
                .undecodable());
    }

    @Timeout
    void sample() {
        try {
            sampleEvents();
            sampleNetwork();
        } catch (DatabaseException | EJBException e) {
            LOG.log(System.Logger.Level.DEBUG, "Metrics stay as they are until the database answers again", e);
        }
    }

    private void sampleEvents() {
        EventBacklog.Waiting waiting = events.waiting();
        sampled.put("dotmac.outbox.waiting", waiting.count());
        sampled.put("dotmac.outbox.age.seconds", waiting.oldest().toSeconds());
        events.lags().forEach((consumer, lag) -> {
            String key = "dotmac.consumer.lag." + consumer;
            if (sampled.put(key, lag) == null) {
                gauge("dotmac.consumer.lag", Tags.of("consumer", consumer), () -> sampled.get(key));
            }
        });
    }

    private void sampleNetwork() {
        long[] sums = new long[5];
        for (UUID tenant : tenants.activeTenants()) {
            CallContext.system("metrics", tenant).run(() -> add(sums, devices.summary()));
        }
        sampled.put("dotmac.devices.up", sums[0]);
        sampled.put("dotmac.devices.down", sums[1]);
        sampled.put("dotmac.devices.unknown", sums[2]);
        sampled.put("dotmac.devices.unmonitored", sums[3]);
        sampled.put("dotmac.alarms.open", sums[4]);
    }

    private static void add(long[] sums, NetworkSummary summary) {
        sums[0] += summary.up();
        sums[1] += summary.down();
        sums[2] += summary.unknown();
        sums[3] += summary.unmonitored();
        sums[4] += summary.openAlarms();
    }

    private void counter(String name, Tags tags, Supplier<Number> value) {
        meters.more().counter(name, tags, this, self -> value.get().doubleValue());
    }

    private void gauge(String name, Tags tags, Supplier<Number> value) {
        meters.gauge(name, tags, this, self -> value.get().doubleValue());
    }
}
