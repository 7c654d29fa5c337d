package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import net.dotmac.billing.DocumentService;
import net.dotmac.billing.InvoiceFile;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;

/** The files of a document to take away: its PDF, and the e-invoice in each form, or what stands against one. */
final class InvoiceFiles {

    private static final List<String> FORMATS = List.of("ubl", "cii", "facturX");

    private InvoiceFiles() {}

    static Anchor pdf(DocumentService documents, UUID id) {
        return link(Words.of("billing.pdf"), () -> documents.pdf(id));
    }

    static Button eInvoice(DocumentService documents, UUID id) {
        return new Button(Words.of("documents.eInvoice"), click -> open(documents, id));
    }

    private static void open(DocumentService documents, UUID id) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of("documents.eInvoice"));
        List<String> obstacles = documents.eInvoiceObstacles(id);
        dialog.add(obstacles.isEmpty() ? links(documents, id) : refusal(obstacles));
        dialog.getFooter().add(new Button(Words.of("documents.close"), click -> dialog.close()));
        dialog.open();
    }

    private static Component links(DocumentService documents, UUID id) {
        Div links = new Div(new Paragraph(Words.of("documents.eInvoice.text")));
        links.addClassName("stack");
        FORMATS.forEach(format ->
                links.add(link(Words.of("documents.format." + format), () -> documents.eInvoice(id, format))));
        return links;
    }

    private static Component refusal(List<String> obstacles) {
        UnorderedList list = new UnorderedList();
        obstacles.forEach(each -> list.add(new ListItem(each)));
        return new Div(new Paragraph(Words.of("documents.eInvoice.notPossible")), list);
    }

    static Anchor link(String text, Supplier<InvoiceFile> file) {
        Person person = Person.signedIn();
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            InvoiceFile made;
            try (var scope = person.context().bind()) {
                made = file.get();
            }
            return new DownloadResponse(
                    new ByteArrayInputStream(made.content()), made.name(), made.mediaType(), made.content().length);
        });
        Anchor anchor = new Anchor(handler, text);
        anchor.setTarget("_blank");
        anchor.addClassName("button-link");
        return anchor;
    }
}
