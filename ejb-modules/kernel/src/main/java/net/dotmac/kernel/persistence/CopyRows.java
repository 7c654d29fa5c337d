package net.dotmac.kernel.persistence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Rows in the text format of PostgreSQL's COPY: columns parted by tabs, rows by line feeds, null as {@code \N}. */
public final class CopyRows {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private int rows;

    /** Adds one row; numbers, dates, ids, booleans and texts are written as PostgreSQL reads them. */
    public void add(Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(columns[i]);
        }
        text.append('\n');
        rows++;
    }

    public int size() {
        return rows;
    }

    InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof String string) {
            escape(string);
        } else {
            text.append(value);
        }
    }

    /** PostgreSQL knows no character zero in texts; it is left out. */
    private void escape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> {}
                default -> text.append(c);
            }
        }
    }
}
