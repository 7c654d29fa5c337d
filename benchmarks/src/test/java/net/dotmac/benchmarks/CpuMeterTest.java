package net.dotmac.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CpuMeterTest {

    @Test
    void whatAProcessUsesIsSeen() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux has /proc");
        CpuMeter meter = new CpuMeter(ProcessHandle.current().pid(), Long.MAX_VALUE);
        CpuMeter.Reading before = meter.read();
        long end = System.nanoTime() + 30_000_000_000L;
        while (meter.read().since(before).server() < 0.05) {
            assertTrue(System.nanoTime() < end, "reading itself costs CPU, and none of it was seen");
        }
        assertEquals(0, before.database(), "there is no such database");
    }
}
