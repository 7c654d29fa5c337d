package net.dotmac.console.prepaid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.payments.AccountChooser;
import net.dotmac.kernel.DomainException;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.prepaid.VoucherBatchService;
import net.dotmac.prepaid.VoucherFile;

/** What staff do with a batch, each asked for in a dialog of its own. */
class VoucherDialogs {

    private final VoucherBatchService batches;
    private final VoucherBatchDetails batch;
    private final Runnable done;

    VoucherDialogs(VoucherBatchService batches, VoucherBatchDetails batch, Runnable done) {
        this.batches = batches;
        this.batch = batch;
        this.done = done;
    }

    /** Makes the codes; the file can be taken until the dialog is closed, and never again. */
    Dialog codes() {
        Dialog dialog = empty("prepaid.voucher.codes");
        Button confirm = new Button(Words.of("prepaid.voucher.codes"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button close = new Button(Words.of("prepaid.cancel"), click -> dialog.close());
        confirm.addClickListener(click -> attempt(() -> {
            byte[] file = VoucherFile.csv(batches.makeCodes(batch.id())).getBytes(StandardCharsets.US_ASCII);
            dialog.add(download(file));
            dialog.setCloseOnEsc(false);
            dialog.setCloseOnOutsideClick(false);
            confirm.setVisible(false);
            close.setText(Words.of("prepaid.voucher.codes.taken"));
            dialog.addOpenedChangeListener(change -> done.run());
        }));
        dialog.getFooter().add(close, confirm);
        return dialog;
    }

    private Anchor download(byte[] file) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(file), "vouchers-" + batch.id() + ".csv", "text/csv", file.length));
        Anchor anchor = new Anchor(handler, Words.of("prepaid.voucher.codes.file"));
        anchor.addClassName("button-link");
        return anchor;
    }

    Dialog activate(AccountChooser account) {
        Select<String> method = new Select<>();
        method.setLabel(Words.of("prepaid.method"));
        method.setItems("credit", "cash", "card", "bankTransfer", "other");
        method.setItemLabelGenerator(each ->
                each.equals("credit") ? Words.of("prepaid.voucher.method.credit") : Words.of("billing.method." + each));
        method.setValue("credit");
        return dialog(
                "prepaid.voucher.activate",
                () -> batches.activate(
                        batch.id(),
                        account.getValue() == null ? null : account.getValue().id(),
                        method.getValue().equals("credit") ? null : method.getValue()),
                account,
                method);
    }

    Dialog stop() {
        TextField reason = new TextField(Words.of("prepaid.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        return dialog("prepaid.voucher.stop", () -> batches.stop(batch.id(), reason.getValue()), reason);
    }

    private Dialog dialog(String key, Runnable work, Component... fields) {
        Dialog dialog = empty(key);
        dialog.add(new FormLayout(fields));
        Button confirm = new Button(
                Words.of(key),
                click -> attempt(() -> {
                    work.run();
                    dialog.close();
                    Notices.done(Words.of("prepaid.done"));
                    done.run();
                }));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("prepaid.cancel"), click -> dialog.close()), confirm);
        return dialog;
    }

    private static Dialog empty(String key) {
        Dialog dialog = new Dialog(new Paragraph(Words.of(key + ".text")));
        dialog.setWidth("min(560px, 96vw)");
        dialog.setHeaderTitle(Words.of(key));
        return dialog;
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
