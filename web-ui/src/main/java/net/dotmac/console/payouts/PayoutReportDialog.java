package net.dotmac.console.payouts;

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
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.payments.StatusReportDetails;

/** Takes in what the bank answered to a file of payouts. */
class PayoutReportDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 10_000_000;

    private final transient PayoutBatchService batches;
    private final transient Person person = Person.signedIn();
    private transient StatusReportDetails taken;

    PayoutReportDialog(PayoutBatchService batches) {
        this.batches = batches;
        setHeaderTitle(Words.of("payouts.report"));
        setWidth("min(560px, 96vw)");
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(bytes)));
        upload.setAcceptedFileTypes(".xml");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setWidthFull();
        // The upload is a request of its own, and what is asked after it has no caller; the browser's word is one of
        // his.
        upload.getElement().addEventListener("upload-success", event -> finish());
        upload.addFileRejectedListener(event -> Notices.problem(event.getErrorMessage()));
        add(new Paragraph(Words.of("payouts.report.text")), upload);
        getFooter().add(new Button(Words.of("payouts.close"), click -> close()));
    }

    private void take(byte[] bytes) {
        taken = null;
        try (var scope = person.context().bind()) {
            taken = batches.takeReport(bytes);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void finish() {
        if (taken != null) {
            close();
            Notices.done(Words.of("payouts.report.done", taken.rejected()));
            UI.getCurrent().navigate("payout-batches/" + taken.batchId());
        }
    }
}
