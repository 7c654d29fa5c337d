package net.dotmac.networking.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns what devices answered into samples, with the last counters this node remembers. */
public final class SampleTaker {

    private static final int INTERVALS_IN_A_GAP = 3;
    private static final int SHORTEST_GAP_SECONDS = 180;

    private final PollMemory memory;

    public SampleTaker(PollMemory memory) {
        this.memory = memory;
    }

    /** The samples of one poll, one for each interface that is known. */
    public List<InterfaceSample> take(UUID tenantId, PollTask task, PolledDevice.Reached poll) {
        int gapSeconds = Math.max(SHORTEST_GAP_SECONDS, INTERVALS_IN_A_GAP * task.pollSeconds());
        CounterRateCalculator calculator = new CounterRateCalculator(Duration.ofSeconds(gapSeconds));
        List<InterfaceSample> samples = new ArrayList<>(poll.interfaces().size());
        for (PolledInterface seen : poll.interfaces()) {
            PollMemory.Face face = memory.face(poll.deviceId(), seen.name());
            if (face != null) {
                CounterReading reading = new CounterReading(poll.at(), poll.clocks(), seen.bits(), seen.counters());
                CounterReading before = memory.exchange(poll.deviceId(), face.id(), reading);
                long speed = face.speedMbps() == null ? 0 : face.speedMbps();
                CounterRates rates = calculator.rates(before, reading, speed);
                boolean isUp = seen.operStatus().equals("up");
                samples.add(new InterfaceSample(tenantId, face.id(), poll.at(), reading, rates, isUp));
            }
        }
        return samples;
    }
}
