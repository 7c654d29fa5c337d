package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.dotmac.kernel.query.Page;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A list as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to read it as such): the rows that match, the
 * columns that are shown, in the order shown.
 */
public final class ListExport<T> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A cell that a spreadsheet would take for a formula. A negative amount is none. */
    private static final Pattern FORMULA =
            Pattern.compile("^[=+@\\t\\r].*|^-(?![\\d\\s.,'’\\u00a0\\u202f]+$).*", Pattern.DOTALL);

    private final ListPage<T> list;
    private final UI ui;

    ListExport(ListPage<T> list, UI ui) {
        this.list = list;
        this.ui = ui;
    }

    StreamResource resource(String name) {
        StreamResource resource = new StreamResource(name + ".csv", this::write);
        resource.setContentType("text/csv;charset=utf-8");
        return resource;
    }

    /** Not under the session's lock, which would stop the person's other pages for as long as it takes. */
    private void write(OutputStream out, VaadinSession session) throws IOException {
        var former = CurrentInstance.setCurrent(ui);
        try {
            print(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        } finally {
            CurrentInstance.restoreInstances(former);
        }
    }

    private void print(Writer writer) throws IOException {
        List<ListColumn<T>> columns = list.listColumns().stream()
                .filter(each -> each.column().isVisible())
                .toList();
        writer.write(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(columns.stream().map(ListColumn::header));
            int offset = 0;
            Page<T> page = list.rows(offset);
            while (!page.rows().isEmpty()) {
                for (T row : page.rows()) {
                    csv.printRecord(
                            columns.stream().map(each -> harmless(each.value().apply(row))));
                }
                offset += page.rows().size();
                page = offset < page.total() ? list.rows(offset) : new Page<>(List.of(), offset);
            }
        }
    }

    /** The text with an apostrophe before it if a spreadsheet would compute it (OWASP, CSV injection). */
    public static String harmless(String cell) {
        return cell != null && FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
