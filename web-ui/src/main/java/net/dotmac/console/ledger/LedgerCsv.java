package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import net.dotmac.console.parts.ListExport;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as CSV, written while it is read; no cell of it can become a formula. */
final class LedgerCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter csv;

    private LedgerCsv(CSVPrinter csv) {
        this.csv = csv;
    }

    /** A link that fetches the rows, as the person who sees it. */
    static Component link(String name, String text, Consumer<LedgerCsv> rows) {
        Person person = Person.signedIn();
        UI ui = UI.getCurrent();
        DownloadHandler handler = event -> {
            event.setFileName(name + ".csv");
            event.setContentType("text/csv;charset=utf-8");
            var former = CurrentInstance.setCurrent(ui);
            try (var scope = person.context().bind();
                    var writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                writer.write(BYTE_ORDER_MARK);
                rows.accept(new LedgerCsv(new CSVPrinter(writer, CSVFormat.RFC4180)));
            } finally {
                CurrentInstance.restoreInstances(former);
            }
        };
        Anchor anchor = new Anchor(handler, text);
        anchor.getElement().setAttribute("download", true);
        anchor.addClassName("tool-link");
        return anchor;
    }

    void row(String... cells) {
        try {
            csv.printRecord(Arrays.stream(cells).map(ListExport::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String amount(long minor, String currency) {
        return new Money(minor, currency).amount().toPlainString();
    }
}
