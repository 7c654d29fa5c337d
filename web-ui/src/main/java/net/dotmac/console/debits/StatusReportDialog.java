package net.dotmac.console.debits;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.StatusReportDetails;
import net.dotmac.payments.StatusReportService;

/** Takes in what the bank answered to a file. */
class StatusReportDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 10_000_000;

    private final transient StatusReportService reports;
    private final transient Person person = Person.signedIn();
    private transient StatusReportDetails taken;

    StatusReportDialog(StatusReportService reports) {
        this.reports = reports;
        setHeaderTitle(Words.of("debits.report"));
        setWidth("min(560px, 96vw)");
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(bytes)));
        upload.setAcceptedFileTypes(".xml");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setWidthFull();
        // The upload is a request of its own, and what is asked after it has no caller; the browser's word is one of
        // his.
        upload.getElement().addEventListener("upload-success", event -> finish());
        upload.addFileRejectedListener(event -> Notices.problem(event.getErrorMessage()));
        add(new Paragraph(Words.of("debits.report.text")), upload);
        getFooter().add(new Button(Words.of("debits.close"), click -> close()));
    }

    private void take(byte[] bytes) {
        taken = null;
        try (var scope = person.context().bind()) {
            taken = reports.take(bytes);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void finish() {
        if (taken != null) {
            close();
            Notices.done(Words.of("debits.report.done", taken.rejected()));
            UI.getCurrent().navigate("direct-debits/" + taken.batchId());
        }
    }
}
