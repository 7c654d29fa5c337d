package net.dotmac.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void areUuidsOfVersionSevenThatNeverStepBack() {
        UUID last = Ids.next();
        for (int i = 0; i < 20_000; i++) {
            UUID next = Ids.next();
            assertEquals(7, next.version());
            assertEquals(2, next.variant());
            assertTrue(Long.compareUnsigned(next.getMostSignificantBits(), last.getMostSignificantBits()) > 0);
            last = next;
        }
    }

    @Test
    void areRandomBesideTheTime() {
        Set<Long> low = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            low.add(Ids.next().getLeastSignificantBits());
        }
        assertEquals(20_000, low.size());
    }

    @Test
    void startWithTheTimeOfTheirMaking() {
        long before = System.currentTimeMillis();
        long stamp = Ids.next().getMostSignificantBits() >>> 16;
        assertTrue(stamp >= before && stamp <= System.currentTimeMillis() + 1000, () -> "found " + stamp);
    }

    @Test
    void areUniqueAcrossThreads() throws Exception {
        Set<UUID> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(() -> {
                    for (int n = 0; n < 10_000; n++) {
                        seen.add(Ids.next());
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(40_000, seen.size());
    }
}
