package net.dotmac.payments.domain;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.DomainException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a bank's CSV export: UTF-8, or else ISO-8859-1; columns between semicolons, commas or tabs; lines before the
 * headers are passed over. It tells no balances, so nothing shows whether it is whole.
 */
public final class CsvStatementParser {

    private static final int HEADER_WITHIN = 20;
    private static final int MOST_ROWS = 100_000;

    private final CsvLayout layout;
    private final FileFaults faults = new FileFaults();
    private final List<Integer> lines = new ArrayList<>();

    private CsvStatementParser(CsvLayout layout) {
        this.layout = layout;
    }

    /**
     * The file's statements, one for each account that is named in it.
     *
     * @throws DomainException {@code bank-file-refused}, naming what is wrong and in which line
     */
    public static List<BankFileStatement> parse(byte[] file, CsvLayout layout) {
        return new CsvStatementParser(layout).statements(text(file));
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private List<BankFileStatement> statements(String text) {
        char delimiter = delimiter(text);
        List<CSVRecord> records = records(text, delimiter);
        int head = header(records);
        Map<String, Integer> positions =
                layout.positions(List.of(records.get(head).values()));
        List<CSVRecord> rows = records.subList(head + 1, records.size()).stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        CsvAmounts amounts = CsvAmounts.of(
                rows.stream().map(row -> cell(row, positions, CsvLayout.AMOUNT)).toList(), delimiter);
        CsvDates dates = CsvDates.of(
                layout.dateFormat(),
                rows.stream()
                        .map(row -> cell(row, positions, CsvLayout.BOOKED_ON))
                        .toList());
        Map<String, List<BankEntry>> byAccount = new LinkedHashMap<>();
        for (CSVRecord row : rows) {
            try {
                BankEntry entry = entry(row, positions, amounts, dates);
                if (entry.amountMinor() != 0) {
                    byAccount
                            .computeIfAbsent(account(row, positions), account -> new ArrayList<>())
                            .add(entry);
                }
            } catch (IllegalArgumentException e) {
                faults.add("line " + lineOf(row), e.getMessage());
            }
        }
        faults.refuse();
        if (byAccount.isEmpty()) {
            throw FileFaults.refusal("The file has headers and no row below them.");
        }
        return byAccount.entrySet().stream()
                .map(each -> statement(each.getKey(), each.getValue()))
                .toList();
    }

    private static char delimiter(String text) {
        String start = text.substring(0, Math.min(text.length(), 4000));
        char best = ';';
        long most = -1;
        for (char each : new char[] {';', ',', '\t'}) {
            long count = start.chars().filter(c -> c == each).count();
            // Amounts and texts have commas too, so these have to be many more.
            long weighed = each == ',' ? count / 2 : count;
            if (weighed > most) {
                most = weighed;
                best = each;
            }
        }
        return best;
    }

    private List<CSVRecord> records(String text, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<CSVRecord> records = new ArrayList<>();
            lines.add(1);
            for (CSVRecord row : parser) {
                records.add(row);
                // Where the next one begins: a cell in quotes may go over several lines.
                lines.add(Math.toIntExact(parser.getCurrentLineNumber()) + 1);
                if (records.size() > MOST_ROWS) {
                    throw FileFaults.refusal("The file has more than " + MOST_ROWS + " lines; send it in parts.");
                }
            }
            return records;
        } catch (UncheckedIOException | IOException e) {
            throw FileFaults.refusal("Nothing was imported: this is no whole CSV file. "
                    + StatementAmount.shortened(String.valueOf(e.getMessage())));
        }
    }

    private int header(List<CSVRecord> records) {
        for (int i = 0; i < Math.min(HEADER_WITHIN, records.size()); i++) {
            Map<String, Integer> found = layout.positions(List.of(records.get(i).values()));
            if (found.containsKey(CsvLayout.AMOUNT) && found.containsKey(CsvLayout.BOOKED_ON)) {
                return i;
            }
        }
        throw FileFaults.refusal(
                "None of the first " + HEADER_WITHIN + " lines has headers for the booking day and the "
                        + "amount. Name them, e.g. column.bookedOn=Buchungstag and column.amount=Betrag.");
    }

    private BankEntry entry(CSVRecord row, Map<String, Integer> positions, CsvAmounts amounts, CsvDates dates) {
        String given = cell(row, positions, CsvLayout.CURRENCY);
        String currency = StatementAmount.currency(given.isEmpty() ? layout.currency() : given);
        if (layout.currency() != null && !layout.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "the amount is in " + currency + ", and the file was said to be in " + layout.currency() + ".");
        }
        String value = cell(row, positions, CsvLayout.VALUE_ON);
        LocalDate bookedOn = dates.day(cell(row, positions, CsvLayout.BOOKED_ON));
        return new BankEntry(
                lineOf(row),
                bookedOn,
                value.isEmpty() ? null : dates.day(value),
                amounts.minor(cell(row, positions, CsvLayout.AMOUNT), cell(row, positions, CsvLayout.SIDE), currency),
                currency,
                text(row, positions, CsvLayout.BANK_REFERENCE, 100),
                text(row, positions, CsvLayout.END_TO_END_ID, 100),
                null,
                shortened(cell(row, positions, CsvLayout.REMITTANCE), 2000),
                text(row, positions, CsvLayout.NAME, 200),
                text(row, positions, CsvLayout.IBAN, 40),
                false,
                null,
                null);
    }

    private String account(CSVRecord row, Map<String, Integer> positions) {
        String account = layout.account() == null ? cell(row, positions, CsvLayout.ACCOUNT) : layout.account();
        String plain = account.replaceAll("\\s", "");
        if (plain.isEmpty() || plain.length() > 40) {
            throw new IllegalArgumentException("no column names the bank account; name it by the parameter account.");
        }
        return plain;
    }

    private static BankFileStatement statement(String account, List<BankEntry> entries) {
        String currency = entries.get(0).currency();
        for (BankEntry entry : entries) {
            if (!entry.currency().equals(currency)) {
                throw FileFaults.refusal("Nothing was imported. Line " + entry.line() + " is in " + entry.currency()
                        + ", and what stands before it in " + currency + "; one account has one currency.");
            }
        }
        return new BankFileStatement(
                account,
                null,
                currency,
                null,
                null,
                entries.stream()
                        .map(BankEntry::bookedOn)
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                entries.stream()
                        .map(BankEntry::bookedOn)
                        .max(LocalDate::compareTo)
                        .orElseThrow(),
                entries);
    }

    private int lineOf(CSVRecord row) {
        return lines.get(Math.toIntExact(row.getRecordNumber()) - 1);
    }

    private static String cell(CSVRecord row, Map<String, Integer> positions, String thing) {
        Integer index = positions.get(thing);
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    private static String text(CSVRecord row, Map<String, Integer> positions, String thing, int atMost) {
        String cell = cell(row, positions, thing);
        return cell.isEmpty() || cell.equals("NOTPROVIDED") || cell.equals("NONREF") ? null : shortened(cell, atMost);
    }

    private static String shortened(String text, int atMost) {
        return text.length() <= atMost ? text : text.substring(0, atMost);
    }
}
