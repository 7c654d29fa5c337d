package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberServiceTest {

    private final BillingWorld world = new BillingWorld();
    private final NumberService numbers = world.service(NumberService.class);

    @Test
    void aYearlySeriesStartsAnewByTheDocumentsDate() {
        twoAccounts();
        world.bill("2027-05-01");
        world.run(() -> numbers.change("invoice", "RE{yyyy}-{000000}"));
        world.setToday("2027-12-01");
        world.bill("2027-06-01");
        world.bill("2027-12-01");
        world.setToday("2028-01-01");
        world.bill("2028-01-01");
        TreeSet<String> all = new TreeSet<>(
                world.invoices().stream().map(InvoiceDetails::number).toList());
        assertEquals("INV-00000001", all.first());
        assertTrue(all.contains("INV-00000002"));
        assertTrue(all.contains("RE2027-000001") && all.contains("RE2027-000014"), all::toString);
        assertTrue(all.contains("RE2028-000001") && all.contains("RE2028-000002"), all::toString);
        assertEquals(18, all.size());
        NumberReport report = world.call(numbers::report);
        assertTrue(report.isGapless(), report::toString);
        assertEquals(
                List.of("0: 2", "2027: 14", "2028: 2"),
                report.counts().stream()
                        .map(count -> count.year() + ": " + count.documents())
                        .toList());
        assertEquals("RE2027-000014", report.counts().get(1).lastNumber());
        world.run(() -> numbers.change("invoice", "INV-{00000000}"));
        assertEquals("INV-00000003", world.call(numbers::series).get(0).next());
    }

    @Test
    void whatIsMissingOrDoubleIsNamed() throws SQLException {
        twoAccounts();
        world.setToday("2027-08-01");
        world.bill("2027-08-01");
        assertTrue(world.call(numbers::report).isGapless());
        fake("update billing.invoice set sequence = 2 where sequence = 3 and tenant_id = ?");
        fake("delete from billing.invoice where sequence = 8 and tenant_id = ?");
        NumberReport report = world.call(numbers::report);
        assertFalse(report.isGapless());
        assertEquals(
                List.of(
                        "double INV-00000002 INV-00000002",
                        "missing INV-00000003 INV-00000003",
                        "missing INV-00000008 INV-00000008"),
                report.faults().stream()
                        .map(fault -> fault.kind() + " " + fault.fromNumber() + " " + fault.toNumber())
                        .toList());
        assertTrue(new BillingWorld().call(numbers::report).isGapless());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RE",
                "RE{yyyy}",
                "RE{yyyy}{yy}-{000}",
                "RE{0000}{00}",
                "RE {000}",
                "RE/{000}",
                "R{0000000000000}",
                "RE{yyyy}{0000}",
                "RE1{000}",
                "RE-{000}7"
            })
    void whatIsNoPatternIsRefused(String pattern) {
        assertThrows(DomainException.class, () -> world.run(() -> numbers.change("invoice", pattern)));
    }

    @Test
    void noSeriesMayWriteAnothersNumbers() {
        for (String taken : List.of("CN-{0000}", "C{0000}", "CN-X{000}")) {
            DomainException refused =
                    assertThrows(DomainException.class, () -> world.run(() -> numbers.change("invoice", taken)));
            assertEquals(BillingProblem.NUMBER_PATTERN_TAKEN, refused.problem(), taken);
        }
        twoAccounts();
        world.run(() -> numbers.change("invoice", "RE2027-{000000}"));
        world.bill("2027-05-01");
        assertThrows(DomainException.class, () -> world.run(() -> numbers.change("invoice", "RE{yyyy}-{000000}")));
        world.run(() -> numbers.change("invoice", "RG{yy}-{000000}-A"));
        assertEquals("RG27-000001-A", world.call(numbers::series).get(0).next());
    }

    private void twoAccounts() {
        world.monthly(world.account(1), "10", "2027-05-01");
        world.monthly(world.account(1), "20", "2027-05-01");
    }

    private void fake(String sql) throws SQLException {
        try (var connection = BillingWorld.outer().superuser();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, world.tenant);
            statement.execute();
        }
    }
}
