package net.dotmac.console.prepaid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.payments.AccountChooser;
import net.dotmac.kernel.DomainException;
import net.dotmac.prepaid.Redemption;
import net.dotmac.prepaid.VoucherService;

/** Redeems a voucher for a customer who reads its code to us. */
class RedeemDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient VoucherService vouchers;
    private final AccountChooser account;
    private final TextField code = new TextField(Words.of("prepaid.voucher.code"));

    RedeemDialog(VoucherService vouchers, AccountChooser account) {
        this.vouchers = vouchers;
        this.account = account;
        setWidth("min(560px, 96vw)");
        setHeaderTitle(Words.of("prepaid.voucher.redeem"));
        account.setRequiredIndicatorVisible(true);
        code.setRequiredIndicatorVisible(true);
        code.setMaxLength(32);
        code.setHelperText(Words.of("prepaid.voucher.code.hint"));
        add(new Paragraph(Words.of("prepaid.voucher.redeem.text")), new FormLayout(account, code));
        Button confirm = new Button(Words.of("prepaid.voucher.redeem.confirm"), click -> redeem());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("prepaid.cancel"), click -> close()), confirm);
    }

    private void redeem() {
        if (account.getValue() == null) {
            account.setErrorMessage(Words.of("prepaid.account.missing"));
            account.setInvalid(true);
            return;
        }
        try {
            Redemption redemption = vouchers.redeem(account.getValue().id(), code.getValue());
            if (redemption.isRedeemed()) {
                close();
                Notices.done(Words.of("prepaid.voucher.redeem.done", Formats.money(redemption.value())));
            } else {
                Notices.problem(Words.of(
                        "prepaid.voucher.refused." + redemption.outcome().name()));
            }
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
