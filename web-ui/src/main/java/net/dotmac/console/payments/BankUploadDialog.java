package net.dotmac.console.payments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.BankFile;
import net.dotmac.payments.BankPosting;
import net.dotmac.payments.BankStatementDetails;
import net.dotmac.payments.BankStatementService;

/** Takes in a bank's file and has it posted at once. */
class BankUploadDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 10_000_000;

    private final transient BankStatementService statements;
    private final transient BankPosting posting;
    private final transient Runnable afterwards;
    private final transient Person person = Person.signedIn();
    private final TextField account = new TextField(Words.of("payments.upload.account"));
    private transient List<BankStatementDetails> taken = List.of();
    private final TextField currency = new TextField(Words.of("payments.upload.currency"));

    BankUploadDialog(BankStatementService statements, BankPosting posting, Runnable afterwards) {
        this.statements = statements;
        this.posting = posting;
        this.afterwards = afterwards;
        setHeaderTitle(Words.of("payments.upload"));
        setWidth("min(560px, 96vw)");
        account.setHelperText(Words.of("payments.upload.csvOnly"));
        // What stands in the fields counts when a file is dropped, though nobody has left them.
        account.setValueChangeMode(ValueChangeMode.EAGER);
        currency.setValueChangeMode(ValueChangeMode.EAGER);
        account.setMaxLength(40);
        currency.setValue(person.tenant().currency());
        currency.setMaxLength(3);
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setAcceptedFileTypes(".xml", ".csv", ".txt");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setWidthFull();
        // The upload is a request of its own, and lists that are asked after it have no caller; the browser's word is
        // one of his.
        upload.getElement().addEventListener("upload-success", event -> finish());
        upload.addFileRejectedListener(event -> Notices.problem(event.getErrorMessage()));
        add(new Paragraph(Words.of("payments.upload.text")), upload, new FormLayout(account, currency));
        getFooter().add(new Button(Words.of("payments.close"), click -> close()));
    }

    /** The upload is a request of its own, so it says itself on whose behalf it comes. */
    private void take(String name, byte[] bytes) {
        try (var scope = person.context().bind()) {
            taken = statements.take(file(name, bytes));
            posting.postAll();
        } catch (DomainException e) {
            taken = List.of();
            Notices.problem(e.getMessage());
        }
    }

    private void finish() {
        if (taken.isEmpty()) {
            return;
        }
        close();
        for (BankStatementDetails statement : taken) {
            Notices.done(Words.of(
                    "payments.upload.done",
                    Formats.count(statement.entries()),
                    Formats.day(statement.toOn()),
                    statement.known()));
        }
        afterwards.run();
    }

    private BankFile file(String name, byte[] bytes) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return BankFile.camt(bytes);
        }
        return new BankFile(
                bytes, BankFile.CSV, orNull(account.getValue()), orNull(currency.getValue()), null, Map.of());
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
    }
}
