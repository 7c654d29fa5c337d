package net.dotmac.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.dotmac.ledger.ReceivablesAge.Band;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivablesAgeTest {

    @ParameterizedTest
    @CsvSource({
        "-10, NOT_DUE",
        "0, NOT_DUE",
        "1, DAYS_1_TO_30",
        "30, DAYS_1_TO_30",
        "31, DAYS_31_TO_60",
        "60, DAYS_31_TO_60",
        "61, DAYS_61_TO_90",
        "90, DAYS_61_TO_90",
        "91, OVER_90_DAYS",
        "4000, OVER_90_DAYS"
    })
    void bandsBeginTheDayAfterTheyAreDue(int daysOverdue, Band band) {
        assertEquals(band, Band.of(daysOverdue));
    }
}
