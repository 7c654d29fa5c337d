package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.DeviceStatusPolicy;
import net.dotmac.networking.domain.PollMemory;
import net.dotmac.networking.domain.PollOutcome;
import net.dotmac.networking.domain.PollTask;
import net.dotmac.networking.domain.PolledDevice;
import net.dotmac.networking.persistence.DeviceCredentials;
import net.dotmac.networking.persistence.DeviceRepository;
import net.dotmac.networking.persistence.PollRecorder;
import net.dotmac.networking.persistence.PollStateRepository;
import net.dotmac.networking.persistence.PollStateRepository.Claimed;
import net.dotmac.networking.persistence.PollStateRepository.Polled;
import net.dotmac.snmp.SnmpTarget;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two transactions of polling: take what is due, and store what came of it. Called by the scheduler. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PollingService {

    /** Names and speeds rarely change: they are asked for in every twentieth poll, and whenever something is odd. */
    private static final int FULL_EVERY = 20;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int ROWS_AT_FIRST = 25;

    @Inject
    private PollStateRepository polls;

    @Inject
    private DeviceRepository devices;

    @Inject
    private PollRecorder recorder;

    @Inject
    private PollMemory memory;

    @Inject
    private DeviceCredentials credentials;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.poller.timeout-ms", defaultValue = "1500")
    private int timeoutMillis;

    @Inject
    @ConfigProperty(name = "dotmac.poller.retries", defaultValue = "1")
    private int retries;

    /** Takes up to {@code max} devices that are due: they are the caller's to poll until they are due again. */
    @Requires("device.write")
    public List<PollTask> claim(int max) {
        long now = clock.instant().getEpochSecond();
        List<PollTask> tasks = new ArrayList<>();
        for (Claimed claimed : polls.claim(max)) {
            tasks.add(task(claimed, now));
        }
        return tasks;
    }

    private PollTask task(Claimed claimed, long now) {
        SnmpTarget target = new SnmpTarget(
                claimed.address(),
                claimed.port(),
                Device.versionOf(claimed.version()),
                credentials.open(claimed.sealedCredentials()),
                timeoutMillis,
                retries,
                ROWS_AT_FIRST,
                SnmpTarget.MAX_DATAGRAM);
        DeviceStatus status = DeviceStatus.of(claimed.status());
        long turn = now / claimed.pollSeconds() + claimed.deviceId().hashCode();
        boolean isFull = status != DeviceStatus.UP
                || claimed.interfaceCount() == 0
                || Math.floorMod(turn, FULL_EVERY) == 0
                || !memory.knows(claimed.deviceId(), claimed.revision());
        return new PollTask(
                claimed.deviceId(),
                target,
                claimed.pollSeconds(),
                claimed.interfaceCount(),
                isFull,
                status,
                claimed.failures(),
                claimed.revision());
    }

    /**
     * Stores outcomes: status, interfaces, alarms and events. A device that looks as remembered costs its share of one
     * statement.
     *
     * @return devices that answered; their samples may be taken now
     */
    @Requires("device.write")
    public List<PollOutcome> store(List<PollOutcome> outcomes) {
        List<PollOutcome> changed = outcomes.stream().filter(this::mayChange).toList();
        Set<UUID> news = changed.isEmpty() ? Set.of() : recorder.record(changed);
        devices.flush();
        polls.save(outcomes.stream().map(one -> polled(one, news)).toList());
        return outcomes.stream()
                .filter(one -> one.polled() instanceof PolledDevice.Reached)
                .toList();
    }

    private boolean mayChange(PollOutcome outcome) {
        PollTask task = outcome.task();
        if (outcome.polled() instanceof PolledDevice.Reached reached) {
            return task.status() != DeviceStatus.UP || task.failures() > 0 || !memory.isUnchanged(task, reached);
        }
        return policy().after(task.status(), task.failures() + 1) != task.status();
    }

    private Polled polled(PollOutcome outcome, Set<UUID> news) {
        PollTask task = outcome.task();
        boolean isNews = news.contains(task.deviceId());
        if (outcome.polled() instanceof PolledDevice.Reached reached) {
            return new Polled(
                    task.deviceId(),
                    reached.at(),
                    0,
                    null,
                    reached.clocks().uptimeHundredths(),
                    reached.clocks().engineBoots(),
                    reached.isComplete() ? (Integer) reached.interfaces().size() : null,
                    null,
                    isNews);
        }
        PolledDevice.Unreached unreached = (PolledDevice.Unreached) outcome.polled();
        int failures = task.failures() + 1;
        boolean isDoubtful = policy().isDoubtful(policy().after(task.status(), failures), failures);
        Instant again = isDoubtful ? clock.instant().plus(RETRY_AFTER) : null;
        String failure = unreached.failure().detail();
        return new Polled(task.deviceId(), unreached.at(), failures, failure, null, null, null, again, isNews);
    }

    private DeviceStatusPolicy policy() {
        return recorder.policy();
    }
}
