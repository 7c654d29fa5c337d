package net.dotmac.devtools.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("property")
class SimulatorTest {

    private static final int STEPS = 45;
    private static final int SEEDS = 50;

    @Test
    void theBooksAreRightWhateverHappens() {
        assertEquals("", lives(1, SEEDS));
    }

    @Test
    @Tag("long")
    void theBooksAreRightInAThousandLives() {
        assertEquals("", lives(1_000, 1_000));
    }

    @Test
    void aSeedIsOneLife() {
        Life one = new Life(4711);
        Life again = new Life(4711);
        assertEquals(List.of(), one.live(0));
        String first = outcome(4711);
        assertEquals(first, outcome(4711));
        assertNotEquals(first, outcome(4712));
        assertNotEquals(one.isp(), again.isp());
    }

    /** The checks are checked: damage that an error would do doesn't stay unseen. */
    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsFound(PlantedFault fault) {
        for (long seed = 1; seed < 20; seed++) {
            Life life = new Life(seed);
            assertEquals(List.of(), life.live(STEPS));
            if (fault.plant(life.isp())) {
                assertTrue(!life.faults().isEmpty() || !life.end().isEmpty(), fault + " was not found");
                return;
            }
        }
        throw new AssertionError("in no life there was anything to damage by " + fault);
    }

    private static String outcome(long seed) {
        Life life = new Life(seed);
        assertEquals(List.of(), life.live(STEPS));
        return life.outcome();
    }

    private static String lives(long first, int seeds) {
        List<String> findings = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            findings.addAll(Simulator.findings(seed, STEPS));
        }
        return String.join("\n", findings);
    }
}
