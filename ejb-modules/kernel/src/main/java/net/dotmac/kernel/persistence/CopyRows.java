package net.dotmac.kernel.persistence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows in the text format of PostgreSQL's COPY: columns parted by tabs, rows by line feeds, null as {@code \N}. Kept as UTF-8 from
 * the start: a run writes megabytes, and one letter beyond Latin-1 would make a string of them twice as large and slow.
 */
public final class CopyRows {

    private static final int ASCII_END = 0x80;

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;

    /** Adds one row; numbers, dates, ids, booleans and texts are written as PostgreSQL reads them. */
    public void add(Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                put('\t');
            }
            append(columns[i]);
        }
        put('\n');
        rows++;
    }

    public int size() {
        return rows;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void append(Object value) {
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof BigDecimal number) {
            text(number.toPlainString());
        } else {
            text(value.toString());
        }
    }

    /** PostgreSQL knows no character zero in texts; it is left out. */
    private void text(String string) {
        int start = length;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= ASCII_END) {
                length = start;
                beyondAscii(string);
                return;
            }
            ascii((byte) c);
        }
    }

    private void beyondAscii(String string) {
        for (byte one : string.getBytes(StandardCharsets.UTF_8)) {
            // Bytes of longer characters are negative, so none is taken for one of those that are escaped.
            ascii(one);
        }
    }

    private void ascii(byte one) {
        switch (one) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case 0 -> {}
            default -> put(one);
        }
    }

    private void escaped(char letter) {
        put('\\');
        put(letter);
    }

    private void put(int one) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) one;
    }
}
