package net.dotmac.kernel.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) whose first line names its columns, in whatever case, between commas or semicolons; a byte order mark is
 * passed over. It may be read several times.
 */
public final class CsvTable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int LONGEST_NAME = 60;

    private final byte[] content;
    private final int start;
    private final Charset charset;
    private final CSVFormat format;
    private final List<String> columns;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    /** @throws CsvRefusedException if its first line can't be read or names no columns, or one twice */
    public CsvTable(byte[] content, Charset charset) {
        this.content = content;
        this.charset = charset;
        this.start = charset.equals(StandardCharsets.UTF_8) && hasMark(content) ? BYTE_ORDER_MARK.length : 0;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter())
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        this.columns = header();
        for (String column : columns) {
            if (positions.put(plain(column), positions.size()) != null) {
                throw new CsvRefusedException("The first line names the column " + shortened(column) + " twice.");
            }
        }
    }

    /** As the first line spells them. */
    public List<String> columns() {
        return columns;
    }

    /** Whether there is such a column, whatever its case. */
    public boolean has(String column) {
        return positions.containsKey(plain(column));
    }

    /**
     * Hands over each row below the first line; empty lines are passed over.
     *
     * @throws CsvRefusedException at what can't be read
     */
    public void each(Consumer<CsvRow> taker) {
        try (CSVParser parser = CSVParser.parse(reader(), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = parser.getCurrentLineNumber() + 1;
            boolean isHeader = true;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (!isHeader && !isEmpty(record)) {
                    taker.accept(new CsvRow(Math.toIntExact(line), positions, record));
                }
                isHeader = false;
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        }
    }

    private List<String> header() {
        try (CSVParser parser = CSVParser.parse(reader(), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord first = records.hasNext() ? records.next() : null;
            if (first == null || first.stream().anyMatch(String::isBlank)) {
                throw new CsvRefusedException("The first line has to name each column, and it does not.");
            }
            return first.stream().map(String::strip).toList();
        } catch (IOException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        }
    }

    private Reader reader() {
        // A decoder of its own reports what it does not know; a stream reader's usual one replaces it.
        return new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), charset.newDecoder());
    }

    private char delimiter() {
        for (int i = start; i < content.length && content[i] != '\n' && content[i] != '\r'; i++) {
            if (content[i] == ';') {
                return ';';
            }
        }
        return ',';
    }

    private CsvRefusedException refused(IOException e) {
        return new CsvRefusedException(
                e instanceof CharacterCodingException
                        ? "The file is not in " + charset.name() + ". Save it as that, or state what it is in."
                        : "The file can't be read: " + shortened(String.valueOf(e.getMessage())) + ".");
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static boolean hasMark(byte[] content) {
        return content.length >= BYTE_ORDER_MARK.length
                && content[0] == BYTE_ORDER_MARK[0]
                && content[1] == BYTE_ORDER_MARK[1]
                && content[2] == BYTE_ORDER_MARK[2];
    }

    static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }
}
