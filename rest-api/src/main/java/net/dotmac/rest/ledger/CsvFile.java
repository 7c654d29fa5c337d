package net.dotmac.rest.ledger;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;

/**
 * A list as CSV (RFC 4180, UTF-8 with a byte order mark), sent while it is read. No cell of it can become a formula.
 */
public final class CsvFile {

    /** A cell that a spreadsheet would take for a formula. A negative amount is none. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r].*|^-(?![\\d.]+$).*", Pattern.DOTALL);

    private final Writer out;

    private CsvFile(Writer out) {
        this.out = out;
    }

    /** Writes the rows of a file, as the caller whose request it answers. */
    public interface Rows {
        void to(CsvFile file);
    }

    public static Response answer(String name, Rows rows) {
        CallContext caller = CallContext.current();
        StreamingOutput file = out -> caller.run(() -> write(out, rows));
        return Response.ok(file, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static void write(OutputStream out, Rows rows) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            rows.to(new CsvFile(writer));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(Object... cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                out.append(i == 0 ? "" : ",").append(cell(cells[i] == null ? "" : cells[i].toString()));
            }
            out.append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String amount(long minor, String currency) {
        return new Money(minor, currency).amount().toPlainString();
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("[^\",\\r\\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
