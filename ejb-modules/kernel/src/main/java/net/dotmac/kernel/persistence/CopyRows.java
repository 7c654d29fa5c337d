package net.dotmac.kernel.persistence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.util.ByteConverter;

/**
 * Rows in the binary format of PostgreSQL's COPY (PostgreSQL documentation, COPY, "Binary Format"), which the server takes as
 * they are instead of reading numbers, dates and ids from text. A value must be of its column's very type: {@link Integer} for
 * {@code integer}, {@link Long} for {@code bigint}, {@link BigDecimal} for {@code numeric}, {@link LocalDate} for {@code date}, {@link Instant} for {@code timestamptz},
 * {@link UUID}, {@link Boolean}, {@link String} for the text types; COPY refuses anything else.
 */
public final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int END = -1;
    private static final int NULL = -1;
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ASCII_END = 0x80;

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;

    public CopyRows() {
        raw(SIGNATURE);
        int4(NO_FLAGS);
        int4(NO_EXTENSION);
    }

    /**
     * Adds one row.
     *
     * @throws IllegalArgumentException if a value is of a type that can't be sent
     */
    public void add(Object... columns) {
        int2(columns.length);
        for (Object column : columns) {
            append(column);
        }
        rows++;
    }

    public int size() {
        return rows;
    }

    /** All rows and what ends them; rows may be added afterwards. */
    InputStream stream() {
        room(Short.BYTES);
        ByteConverter.int2(bytes, length, END);
        return new ByteArrayInputStream(bytes, 0, length + Short.BYTES);
    }

    private void append(Object value) {
        if (value == null) {
            int4(NULL);
        } else if (value instanceof UUID id) {
            int4(2 * Long.BYTES);
            int8(id.getMostSignificantBits());
            int8(id.getLeastSignificantBits());
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Long number) {
            int4(Long.BYTES);
            int8(number);
        } else if (value instanceof Integer number) {
            int4(Integer.BYTES);
            int4(number);
        } else if (value instanceof BigDecimal number) {
            byte[] numeric = ByteConverter.numeric(number);
            int4(numeric.length);
            raw(numeric);
        } else if (value instanceof LocalDate day) {
            int4(Integer.BYTES);
            int4(Math.toIntExact(day.toEpochDay() - DAY_ZERO));
        } else if (value instanceof Instant time) {
            int4(Long.BYTES);
            int8(ChronoUnit.MICROS.between(TIME_ZERO, time));
        } else if (value instanceof Boolean flag) {
            int4(1);
            room(1);
            bytes[length++] = (byte) (flag ? 1 : 0);
        } else {
            throw new IllegalArgumentException(
                    "No column takes a " + value.getClass().getName());
        }
    }

    /** PostgreSQL knows no character zero in texts; it is left out. */
    private void text(String text) {
        room(Integer.BYTES + text.length());
        int start = length + Integer.BYTES;
        int end = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII_END) {
                byte[] utf8 = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
                int4(utf8.length);
                raw(utf8);
                return;
            }
            if (c != 0) {
                bytes[end++] = (byte) c;
            }
        }
        ByteConverter.int4(bytes, length, end - start);
        length = end;
    }

    private void int2(int value) {
        room(Short.BYTES);
        ByteConverter.int2(bytes, length, value);
        length += Short.BYTES;
    }

    private void int4(int value) {
        room(Integer.BYTES);
        ByteConverter.int4(bytes, length, value);
        length += Integer.BYTES;
    }

    private void int8(long value) {
        room(Long.BYTES);
        ByteConverter.int8(bytes, length, value);
        length += Long.BYTES;
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
