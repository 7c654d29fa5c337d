package net.dotmac.console.usage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageFile;
import net.dotmac.usage.UsageIntakeService;

/** Takes in a file of usage records, whole or not at all. */
class UsageUploadDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 10_000_000;

    private final transient UsageIntakeService intake;
    private final transient Runnable afterwards;
    private final transient Person person = Person.signedIn();
    private final TextField source = new TextField(Words.of("usage.source"));
    private transient UsageBatchDetails taken;

    UsageUploadDialog(UsageIntakeService intake, Runnable afterwards) {
        this.intake = intake;
        this.afterwards = afterwards;
        setHeaderTitle(Words.of("usage.upload"));
        setWidth("min(560px, 96vw)");
        source.setHelperText(Words.of("usage.source.help"));
        source.setValueChangeMode(ValueChangeMode.EAGER);
        source.setValue("manual");
        source.setMaxLength(100);
        source.setWidthFull();
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setAcceptedFileTypes(".csv", ".txt");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setWidthFull();
        // The upload is a request of its own, and lists that are asked after it have no caller; the browser's word is
        // one of his.
        upload.getElement().addEventListener("upload-success", event -> finish());
        upload.addFileRejectedListener(event -> Notices.problem(event.getErrorMessage()));
        add(new Paragraph(Words.of("usage.upload.text")), source, upload);
        getFooter().add(new Button(Words.of("usage.close"), click -> close()));
    }

    /** The upload is a request of its own, so it says itself on whose behalf it comes. */
    private void take(String name, byte[] bytes) {
        try (var scope = person.context().bind()) {
            taken = intake.takeFile(new UsageFile(name, source.getValue(), bytes))
                    .batch();
        } catch (DomainException e) {
            taken = null;
            Notices.problem(e.getMessage());
        }
    }

    private void finish() {
        if (taken == null) {
            return;
        }
        close();
        Notices.done(Words.of("usage.upload.done", Formats.count(taken.accepted()), Formats.count(taken.duplicates())));
        afterwards.run();
    }
}
