package net.dotmac.console.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Map;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportFile;
import net.dotmac.imports.ImportService;
import net.dotmac.kernel.DomainException;

/** Takes in a file to be checked, and leads to what was found in it. */
class ImportUploadDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ImportService imports;
    private final transient Person person = Person.signedIn();
    private final transient Map<String, List<String>> kinds;
    private final Select<String> kind = new Select<>();
    private final Select<String> encoding = new Select<>();
    private final Paragraph columns = new Paragraph();
    private transient ImportDetails taken;

    ImportUploadDialog(ImportService imports) {
        this.imports = imports;
        this.kinds = imports.kinds();
        setHeaderTitle(Words.of("imports.upload"));
        setWidth("min(640px, 96vw)");
        kind.setLabel(Words.of("imports.kind"));
        kind.setItems(kinds.keySet());
        kind.setItemLabelGenerator(ImportWords::kind);
        kind.addValueChangeListener(change ->
                columns.setText(Words.of("imports.columns") + " " + String.join(", ", kinds.get(change.getValue()))));
        kind.setValue(kinds.keySet().iterator().next());
        kind.setWidthFull();
        encoding.setLabel(Words.of("imports.encoding"));
        encoding.setItems("UTF-8", "windows-1252");
        encoding.setValue("UTF-8");
        encoding.setWidthFull();
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setAcceptedFileTypes(".csv", ".txt", ".zip");
        upload.setMaxFileSize(ImportService.MOST_BYTES);
        upload.setWidthFull();
        // The upload is a request of its own, and what is asked after it has no caller; the browser's word is one of
        // his.
        upload.getElement().addEventListener("upload-success", event -> finish());
        upload.addFileRejectedListener(event -> Notices.problem(event.getErrorMessage()));
        add(new Paragraph(Words.of("imports.upload.text")), kind, columns, encoding, upload);
        getFooter().add(new Button(Words.of("imports.close"), click -> close()));
    }

    private void take(String name, byte[] bytes) {
        taken = null;
        try (var scope = person.context().bind()) {
            taken = imports.upload(new ImportFile(kind.getValue(), name, encoding.getValue(), bytes));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void finish() {
        if (taken != null) {
            close();
            UI.getCurrent().navigate("imports/" + taken.id());
        }
    }
}
