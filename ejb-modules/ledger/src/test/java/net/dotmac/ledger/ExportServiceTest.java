package net.dotmac.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.ledger.domain.ChartOfAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that other programs import: their form, and that they hold what the books hold. */
class ExportServiceTest {

    private static final YearMonth APRIL = YearMonth.of(2027, 4);
    private static final Charset CP1252 = Charset.forName("windows-1252");

    private final Books books = new Books("DE");
    private final ExportService exports = Books.SERVER.get(ExportService.class);

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileMovesEachAccountAsTheTrialBalanceDoes(ExportFormat format) {
        live(new Random(format.ordinal()));
        close();
        JournalExport export = make(format);
        byte[] file = file(export.id());
        Map<String, BigDecimal> moved =
                switch (format) {
                    case DATEV -> datev(file);
                    case QUICK_BOOKS -> quickBooks(file);
                    case XERO -> xero(file);
                };
        assertEquals(movement(format == ExportFormat.QUICK_BOOKS), moved);
        assertEquals(
                BigDecimal.ZERO,
                moved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros());
        assertTrue(export.amountMinor() > 0 && export.bookings() > 10);
    }

    @Test
    void datevsFileHasItsForm() {
        UUID invoice = books.invoice("100.00", "19.00", "2027-04-02");
        books.pay("19.00", "2027-04-30", DayChoice.GIVEN);
        close();
        JournalExport export = make(ExportFormat.DATEV);
        assertEquals("EXTF_Buchungsstapel_2027-04.csv", export.fileName());
        String text = new String(file(export.id()), CP1252);
        assertTrue(text.endsWith("\r\n"));
        List<String[]> rows = Arrays.stream(text.split("\r\n"))
                .map(line -> line.split(";", -1))
                .toList();
        String[] head = rows.get(0);
        assertEquals(31, head.length);
        assertEquals(
                List.of("\"EXTF\"", "700", "21", "\"Buchungsstapel\"", "13"),
                List.of(head).subList(0, 5));
        assertTrue(head[5].matches("[0-9]{17}"), head[5]);
        assertEquals(
                List.of("29098", "55003", "20270101", "4", "20270401", "20270430"),
                List.of(head).subList(10, 16));
        assertEquals("\"EUR\"", head[21]);
        assertEquals("Umsatz (ohne Soll/Haben-Kz)", rows.get(1)[0]);
        assertEquals("Gegenkonto (ohne BU-Schlüssel)", rows.get(1)[7]);
        assertEquals("Buchungstext", rows.get(1)[13]);
        assertEquals("Festschreibung", rows.get(1)[113]);
        assertEquals("Abw. Skontokonto", rows.get(1)[124]);
        rows.subList(1, rows.size()).forEach(row -> assertEquals(125, row.length));
        String[] booked = rows.get(2);
        assertEquals("119,00", booked[0], "the automatic account takes the gross");
        assertEquals("\"S\"", booked[1]);
        assertEquals("\"EUR\"", booked[2]);
        assertEquals("1210", booked[6]);
        assertEquals("4400", booked[7]);
        assertEquals("\"\"", booked[8]);
        assertEquals("0204", booked[9]);
        assertEquals("\"" + invoice.toString().substring(24).toUpperCase(java.util.Locale.ROOT) + "\"", booked[10]);
        assertEquals("\"Rechnung\"", booked[13]);
    }

    /** A cent beside what DATEV would work out: net and tax go by themselves, and the automatic is stopped. */
    @Test
    void taxThatDatevWouldNotFindIsBookedByItself() {
        books.invoice("100.00", "18.99", "2027-04-02");
        close();
        List<String[]> rows = Arrays.stream(
                        new String(file(make(ExportFormat.DATEV).id()), CP1252).split("\r\n"))
                .skip(2)
                .map(line -> line.split(";", -1))
                .toList();
        assertEquals(2, rows.size());
        assertEquals(List.of("100,00", "4400", "\"40\""), List.of(rows.get(0)[0], rows.get(0)[7], rows.get(0)[8]));
        assertEquals(List.of("18,99", "3806", "\"\""), List.of(rows.get(1)[0], rows.get(1)[7], rows.get(1)[8]));
    }

    @Test
    void onlyClosedMonthsAreExported() {
        books.invoice("100.00", "19.00", "2027-04-02");
        assertRefused(LedgerProblem.PERIOD_OPEN, () -> make(ExportFormat.XERO));
        close();
        make(ExportFormat.XERO);
    }

    @Test
    void aMonthIsExportedOnceUnlessARepeatIsWanted() {
        books.invoice("100.00", "19.00", "2027-04-02");
        close();
        JournalExport first = make(ExportFormat.XERO);
        DomainException refused = assertRefused(LedgerProblem.ALREADY_EXPORTED, () -> make(ExportFormat.XERO));
        assertTrue(refused.getMessage().contains("2027-04 was exported in this format by system:test"));
        assertEquals(1, books.call(exports::list).size());
        make(ExportFormat.QUICK_BOOKS);
        JournalExport repeat = books.call(() -> exports.export(request(ExportFormat.XERO, true)));
        assertEquals(first.sha256(), repeat.sha256());
        assertTrue(repeat.request().isRepeat());
        assertTrue(Books.AUDIT.stream().anyMatch(each -> each.startsWith("ledger.exported " + first.id())));
    }

    /** Its chart is kept with it, so a change afterwards doesn't change the file. */
    @Test
    void aFileIsGivenOutAsItWasMade() {
        books.invoice("100.00", "19.00", "2027-04-02");
        close();
        JournalExport export = make(ExportFormat.DATEV);
        byte[] before = file(export.id());
        books.call(() -> Books.SERVER
                .get(ChartService.class)
                .put(new ChartEntry(LedgerAccount.BANK, "", "1830", "Hausbank", false, false)));
        assertEquals(export, books.call(() -> exports.verify(export.id())));
        assertEquals(new String(before, CP1252), new String(file(export.id()), CP1252));
        books.call(() -> books.periods.reopen(APRIL, "an invoice was forgotten"));
        books.invoice("1.00", "0.19", "2027-04-29");
        close();
        assertEquals(export, books.call(() -> exports.verify(export.id())), "what came later is none of its");
    }

    @Test
    void refusesWhatDatevWouldRefuse() {
        close();
        assertInvalid("consultant", new ExportRequest(ExportFormat.DATEV, null, APRIL, APRIL, "1", "1", false));
        assertInvalid("client", new ExportRequest(ExportFormat.DATEV, null, APRIL, APRIL, "29098", null, false));
        assertInvalid(
                "last",
                new ExportRequest(ExportFormat.DATEV, null, YearMonth.of(2026, 12), APRIL, "29098", "1", false));
        assertInvalid("last", new ExportRequest(ExportFormat.XERO, null, APRIL, null, null, null, false));
        assertInvalid("currency", new ExportRequest(ExportFormat.XERO, "MOON", APRIL, APRIL, null, null, false));
        books.call(() -> Books.SERVER
                .get(ChartService.class)
                .put(new ChartEntry(LedgerAccount.BANK, "", "BANK", "Hausbank", false, false)));
        assertInvalid("format", request(ExportFormat.DATEV, false));
    }

    private void assertInvalid(String attribute, ExportRequest request) {
        DomainException refused = assertThrows(DomainException.class, () -> books.call(() -> exports.export(request)));
        assertEquals(attribute, refused.attribute());
    }

    /** Some months of it, of which April is exported. */
    private void live(Random random) {
        LocalDate day = LocalDate.of(2027, 3, 20);
        while (day.isBefore(LocalDate.of(2027, 5, 10))) {
            long net = 1 + random.nextInt(50_000);
            long tax = (net * 19 + 50) / 100 + (random.nextInt(4) == 0 ? 1 : 0);
            List<DocumentPosting.Part> parts = new ArrayList<>();
            int sign = random.nextInt(5) == 0 ? -1 : 1;
            parts.add(new DocumentPosting.Part("standard 19", sign * net, sign * tax));
            if (random.nextBoolean()) {
                parts.add(new DocumentPosting.Part("reduced 7", 1_000, 70));
            }
            LocalDate on = day;
            books.run(() -> books.ledger.bookDocuments(
                    List.of(new DocumentPosting(Ids.next(), books.account, "EUR", parts, on, on.plusDays(14)))));
            if (random.nextInt(3) == 0) {
                UUID payment = books.pay("" + (1 + random.nextInt(300)), on.toString(), DayChoice.GIVEN);
                if (random.nextInt(3) == 0) {
                    books.run(() -> books.ledger.reversePayment(payment, on));
                }
            }
            day = day.plusDays(1);
        }
        books.run(() -> books.ledger.settle(books.account, null, LocalDate.of(2027, 4, 20)));
    }

    /** Debits less credits of April, by account of the chart. */
    private Map<String, BigDecimal> movement(boolean isByName) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        ChartOfAccounts chart = new ChartOfAccounts("DE", List.of());
        for (String sql : List.of("debit", "credit")) {
            books.call(() -> Books.SERVER
                            .get(net.dotmac.kernel.persistence.Database.class)
                            .list(
                                    "select " + sql + "_account, tax_key, sum(amount_minor) from ledger.journal "
                                            + "where booked_on between '2027-04-01' and '2027-04-30' group by 1, 2",
                                    row -> Map.entry(
                                            chart.entry(LedgerAccount.ofWire(row.getString(1)), row.getString(2)),
                                            row.getLong(3))))
                    .forEach(each -> add(
                            moved,
                            isByName ? each.getKey().name() : each.getKey().number(),
                            BigDecimal.valueOf(sql.equals("debit") ? each.getValue() : -each.getValue(), 2)));
        }
        Map<LedgerAccount, Long> ofBooks = new HashMap<>();
        for (LedgerAccount account : LedgerAccount.values()) {
            ofBooks.put(account, books.balance(account, "2027-04-30") - books.balance(account, "2027-03-31"));
        }
        assertEquals(
                ofBooks.get(LedgerAccount.RECEIVABLES),
                moved.get(isByName ? "Forderungen aus L+L ohne Kontokorrent" : "1210")
                        .movePointRight(2)
                        .longValueExact());
        return cleaned(moved);
    }

    /** What DATEV does with the rows, its automatic accounts included. */
    private static Map<String, BigDecimal> datev(byte[] file) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        Arrays.stream(new String(file, CP1252).split("\r\n")).skip(2).forEach(line -> {
            String[] row = line.split(";", -1);
            BigDecimal amount = new BigDecimal(row[0].replace(',', '.'));
            assertTrue(amount.signum() > 0);
            BigDecimal signed = row[1].equals("\"S\"") ? amount : amount.negate();
            add(moved, row[6], signed);
            Map<String, List<String>> automatic = Map.of("4400", List.of("19", "3806"), "4300", List.of("7", "3801"));
            if (automatic.containsKey(row[7]) && !row[8].equals("\"40\"")) {
                BigDecimal percent = new BigDecimal(automatic.get(row[7]).get(0));
                BigDecimal tax = signed.multiply(percent)
                        .divide(percent.add(new BigDecimal(100)), 2, java.math.RoundingMode.HALF_UP);
                add(moved, automatic.get(row[7]).get(1), tax.negate());
                add(moved, row[7], signed.subtract(tax).negate());
            } else {
                add(moved, row[7], signed.negate());
            }
        });
        return cleaned(moved);
    }

    private static Map<String, BigDecimal> quickBooks(byte[] file) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        Map<String, BigDecimal> journals = new TreeMap<>();
        Arrays.stream(new String(file, StandardCharsets.UTF_8).split("\r\n"))
                .skip(1)
                .forEach(line -> {
                    String[] row = line.split(",", -1);
                    assertEquals(7, row.length);
                    assertTrue(row[1].matches("04/[0-9]{2}/2027"), row[1]);
                    BigDecimal signed = row[4].isEmpty() ? new BigDecimal(row[5]).negate() : new BigDecimal(row[4]);
                    add(moved, row[2].replace("\"", ""), signed);
                    add(journals, row[0], signed);
                });
        assertEquals(Map.of(), cleaned(journals), "each journal balances");
        return cleaned(moved);
    }

    private static Map<String, BigDecimal> xero(byte[] file) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        Map<String, BigDecimal> journals = new TreeMap<>();
        List<String> lines = Arrays.asList(new String(file, StandardCharsets.UTF_8).split("\r\n"));
        assertTrue(lines.size() < 300, "Xero takes 300 lines: " + lines.size());
        lines.stream().skip(1).forEach(line -> {
            String[] row = line.split(",", -1);
            assertEquals(10, row.length);
            assertTrue(row[1].matches("[0-9]{2}/04/2027"), row[1]);
            add(moved, row[3], new BigDecimal(row[5]));
            add(journals, row[0], new BigDecimal(row[5]));
        });
        assertEquals(Map.of(), cleaned(journals), "each journal balances");
        return cleaned(moved);
    }

    private static void add(Map<String, BigDecimal> sums, String account, BigDecimal amount) {
        sums.merge(account, amount, BigDecimal::add);
    }

    private static Map<String, BigDecimal> cleaned(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> cleaned = new TreeMap<>();
        sums.forEach((account, sum) -> {
            if (sum.signum() != 0) {
                cleaned.put(account, sum.setScale(2));
            }
        });
        return cleaned;
    }

    private void close() {
        books.call(() -> books.periods.close(APRIL));
    }

    private JournalExport make(ExportFormat format) {
        return books.call(() -> exports.export(request(format, false)));
    }

    private static ExportRequest request(ExportFormat format, boolean isRepeat) {
        return new ExportRequest(format, null, APRIL, APRIL, "29098", "55003", isRepeat);
    }

    private byte[] file(UUID export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.run(() -> exports.write(export, out));
        return out.toByteArray();
    }

    private static DomainException assertRefused(
            LedgerProblem problem, org.junit.jupiter.api.function.Executable call) {
        DomainException refused = assertThrows(DomainException.class, call);
        assertEquals(problem, refused.problem());
        assertFalse(refused.getMessage().isBlank());
        return refused;
    }
}
