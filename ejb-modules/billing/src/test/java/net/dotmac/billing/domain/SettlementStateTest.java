package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementStateTest {

    @ParameterizedTest
    @CsvSource({"100, 100, new", "100, 99, partiallyPaid", "100, 1, partiallyPaid", "100, 0, settled", "0, 0, settled"})
    void followsFromWhatIsOpen(long amount, long open, String state) {
        assertEquals(state, SettlementState.of(amount, open).wire());
    }
}
