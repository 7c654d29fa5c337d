package net.dotmac.collections.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.dotmac.collections.domain.LateFeeCalculator.LateFeeTerms;
import net.dotmac.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateFeeCalculatorTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 30, 5.00",
        "1000.00, 45, 25.00",
        "100.00, 10, 0",
        "100.00, 15, 0",
        "100.00, 16, 5.00",
        "10.00, 30, 5.00",
        "300.00, 30, 15.00",
        "0, 30, 0",
        "-50.00, 30, 0"
    })
    void lateFeesKeepToGraceAndBounds(String overdue, long days, String expected) {
        LateFeeTerms terms = new LateFeeTerms(new BigDecimal("5"), Money.of("5", "EUR"), Money.of("25", "EUR"), 15);
        assertEquals(Money.of(expected, "EUR"), LateFeeCalculator.fee(Money.of(overdue, "EUR"), days, terms));
    }
}
