package net.dotmac.networking.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpAnswer;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import net.dotmac.snmp.WalkLimits;

/**
 * Asks many devices at once, a bounded number in flight, and hands on each one's result as soon as it is there. A dead device
 * takes a place until its time is over, and no thread.
 */
public final class DevicePoller {

    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid SYS_OBJECT_ID = Oid.parse("1.3.6.1.2.1.1.2.0");
    private static final Oid SYS_UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid ENGINE_BOOTS = Oid.parse("1.3.6.1.6.3.10.2.1.2.0");
    private static final Oid ENGINE_TIME = Oid.parse("1.3.6.1.6.3.10.2.1.3.0");
    private static final List<Oid> SCALARS =
            List.of(SYS_UPTIME, SYS_NAME, SYS_DESCR, SYS_OBJECT_ID, ENGINE_BOOTS, ENGINE_TIME);
    private static final int MAX_REPETITIONS = 50;

    private final SnmpConnection connection;
    private final Clock clock;
    private final int maxInFlight;

    /** @param maxInFlight devices asked at the same time, 1 or more */
    public DevicePoller(SnmpConnection connection, Clock clock, int maxInFlight) {
        this.connection = connection;
        this.clock = clock;
        this.maxInFlight = maxInFlight;
    }

    /**
     * Asks every device once.
     *
     * @param onResult takes each result; called on the connector's threads, perhaps several at once, and must not block
     * @return completes when the last result was handed on
     */
    public CompletableFuture<Void> poll(List<PollTask> tasks, Consumer<PolledDevice> onResult) {
        Round round = new Round(tasks, onResult);
        round.fill();
        return round.done;
    }

    private CompletionStage<PolledDevice> ask(PollTask task) {
        return connection.get(task.target(), SCALARS).thenCompose(result -> {
            if (result instanceof SnmpFailure failure) {
                return CompletableFuture.completedFuture(unreached(task, failure));
            }
            SnmpAnswer scalars = (SnmpAnswer) result;
            if (!(scalars.value(0) instanceof SnmpValue.TimeTicks)) {
                return CompletableFuture.completedFuture(
                        unreached(task, new SnmpFailure(SnmpFailure.Kind.MISMATCH, "the device has no sysUpTime")));
            }
            return walk(task, scalars);
        });
    }

    private CompletionStage<PolledDevice> walk(PollTask task, SnmpAnswer scalars) {
        IfMib columns = IfMib.columns(task.target().version(), task.isFull());
        return connection
                .bulkWalk(sized(task), columns.oids(), WalkLimits.standard())
                .thenApply(table -> reached(task, scalars, columns, table));
    }

    /** One row more than the device has: then the first answer is also the last. */
    private static SnmpTarget sized(PollTask task) {
        SnmpTarget target = task.target();
        if (task.knownInterfaces() == 0 || target.version() == SnmpVersion.V1) {
            return target;
        }
        int rows = Math.min(task.knownInterfaces() + 1, MAX_REPETITIONS);
        return new SnmpTarget(
                target.host(),
                target.port(),
                target.version(),
                target.credentials(),
                target.timeoutMillis(),
                target.retries(),
                rows,
                target.maxSize());
    }

    private PolledDevice reached(PollTask task, SnmpAnswer scalars, IfMib columns, SnmpTable table) {
        if (table.failure().isPresent() && table.rows().isEmpty()) {
            return unreached(task, table.failure().get());
        }
        long uptime = ((SnmpValue.TimeTicks) scalars.value(0)).hundredths();
        return new PolledDevice.Reached(
                task.deviceId(),
                now(),
                new DeviceClocks(uptime, integer(scalars.value(4)), integer(scalars.value(5))),
                text(scalars.value(1), 255),
                text(scalars.value(2), 500),
                scalars.value(3) instanceof SnmpValue.ObjectId id ? id.value().toString() : null,
                columns.read(table),
                table.isComplete());
    }

    private PolledDevice unreached(PollTask task, SnmpFailure failure) {
        return new PolledDevice.Unreached(task.deviceId(), now(), failure);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Integer integer(SnmpValue value) {
        return value instanceof SnmpValue.IntegerValue integer ? (Integer) integer.value() : null;
    }

    private static String text(SnmpValue value, int max) {
        return value instanceof SnmpValue.Octets octets ? octets.text(max) : null;
    }

    /** One round over all tasks: starts the next whenever one ends. */
    private final class Round {
        private final Queue<PollTask> waiting;
        private final Consumer<PolledDevice> onResult;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private int inFlight;

        Round(List<PollTask> tasks, Consumer<PolledDevice> onResult) {
            this.waiting = new ArrayDeque<>(tasks);
            this.onResult = onResult;
        }

        void fill() {
            for (PollTask task = next(); task != null; task = next()) {
                start(task);
            }
        }

        private synchronized PollTask next() {
            if (inFlight >= maxInFlight) {
                return null;
            }
            PollTask task = waiting.poll();
            if (task != null) {
                inFlight++;
            } else if (inFlight == 0) {
                done.complete(null);
            }
            return task;
        }

        private void start(PollTask task) {
            CompletionStage<PolledDevice> asked;
            try {
                asked = ask(task);
            } catch (RuntimeException e) {
                asked = CompletableFuture.failedStage(e);
            }
            asked.exceptionally(e -> unreached(
                            task, new SnmpFailure(SnmpFailure.Kind.MISMATCH, "not understood: " + e.getMessage())))
                    .thenAccept(onResult)
                    .whenComplete((nothing, failure) -> ended());
        }

        private void ended() {
            synchronized (this) {
                inFlight--;
            }
            fill();
        }
    }
}
