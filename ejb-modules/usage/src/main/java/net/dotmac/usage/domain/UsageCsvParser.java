package net.dotmac.usage.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.csv.CsvRefusedException;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.kernel.csv.CsvTable;
import net.dotmac.usage.UsageEntry;
import net.dotmac.usage.UsageProblem;
import net.dotmac.usage.UsageRecord;

/**
 * Reads usage files: UTF-8, a first line with the columns sourceId, productId, unitOfMeasure, quantity and usedAt in any order, between
 * commas or semicolons. A number has a point; a time has its offset, e.g. {@code 2027-05-01T10:00:00Z}.
 */
public final class UsageCsvParser {

    private static final List<String> COLUMNS = List.of("sourceId", "productId", "unitOfMeasure", "quantity", "usedAt");
    private static final int LONGEST_NUMBER = 40;

    private UsageCsvParser() {}

    /**
     * The file's records in order, with faults for lines that can't be read.
     *
     * @param source who measured what the file tells
     * @param atMost records; more are refused altogether
     * @throws DomainException {@code usage-file-refused} if it is no such file
     */
    public static List<UsageEntry> parse(byte[] file, String source, int atMost) {
        try {
            CsvTable table = new CsvTable(file, StandardCharsets.UTF_8);
            List<String> missing =
                    COLUMNS.stream().filter(column -> !table.has(column)).toList();
            if (!missing.isEmpty()) {
                throw refused("The first line lacks " + String.join(", ", missing) + ".");
            }
            List<UsageEntry> entries = new ArrayList<>();
            table.each(row -> {
                if (entries.size() == atMost) {
                    throw refused("The file has more than " + atMost + " records; part it.");
                }
                entries.add(entry(row, source));
            });
            if (entries.isEmpty()) {
                throw refused("The file has no records.");
            }
            return entries;
        } catch (CsvRefusedException e) {
            throw refused(e.getMessage());
        }
    }

    private static UsageEntry entry(CsvRow row, String source) {
        if (!row.isWhole()) {
            return new UsageEntry(row.line(), null, "It has " + row.size() + " columns, unlike the first line.");
        }
        try {
            UsageRecord record = new UsageRecord(
                    source,
                    row.get("sourceId"),
                    UUID.fromString(row.get("productId")),
                    row.get("unitOfMeasure"),
                    number(row.get("quantity")),
                    time(row.get("usedAt")));
            return new UsageEntry(row.line(), record, null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new UsageEntry(
                    row.line(),
                    null,
                    "Expected a product's id, a number such as 1.5 and a time such as 2027-05-01T10:00:00Z.");
        }
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("no number");
        }
        return new BigDecimal(text);
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static DomainException refused(String message) {
        return new DomainException(UsageProblem.FILE_REFUSED, "Nothing was kept. " + message);
    }
}
