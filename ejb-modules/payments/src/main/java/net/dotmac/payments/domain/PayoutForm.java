package net.dotmac.payments.domain;

import net.dotmac.kernel.DomainException;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.PayoutData;

/** Checks what is told of a payout and spells it as it is kept. */
public final class PayoutForm {

    private static final long MOST_MINOR = 99_999_999_999L;

    private PayoutForm() {}

    /**
     * The payout with its defaults.
     *
     * @param known the payer of the account's mandate, or null if there is none
     * @param accountNumber what the receiver reads unless something else is told
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    public static PayoutData checked(PayoutData data, Debtor known, String accountNumber) {
        if (data.amount() == null
                || !data.amount().isPositive()
                || data.amount().minor() > MOST_MINOR) {
            throw DomainException.invalid(
                    "amount", "Found " + data.amount() + ", expected an amount above zero that a bank takes at once.");
        }
        boolean isCash = Payout.CASH.equals(data.method());
        if (!isCash && !Payout.BANK_TRANSFER.equals(data.method())) {
            throw DomainException.invalid(
                    "method", "Found " + StatementAmount.shortened(data.method()) + ", expected bankTransfer or cash.");
        }
        Debtor receiver = isCash ? null : receiver(data, known);
        String remittance = MandateForm.text("remittance", data.remittance(), 140, false);
        return new PayoutData(
                data.billingAccountId(),
                data.amount(),
                data.method(),
                isCash ? null : receiver.name(),
                isCash ? null : receiver.iban(),
                isCash ? null : receiver.bic(),
                remittance == null ? accountNumber : remittance,
                MandateForm.text("reason", data.reason(), 500, true),
                MandateForm.text("idempotencyKey", data.idempotencyKey(), 200, false));
    }

    private static Debtor receiver(PayoutData data, Debtor known) {
        if (!data.amount().currency().equals("EUR")) {
            throw DomainException.invalid(
                    "method",
                    "Found " + data.amount().currency()
                            + ", and bank transfers are in euros. Pay it out in cash, or by "
                            + "other means and record that as cash.");
        }
        if (data.iban() == null && known == null) {
            throw DomainException.invalid(
                    "iban",
                    "The account has no mandate whose bank account could be used. Say the IBAN and its holder.");
        }
        if (data.iban() == null) {
            return known;
        }
        return new Debtor(
                MandateForm.text("holderName", data.holderName(), 70, true),
                null,
                null,
                null,
                null,
                null,
                SepaIds.iban("iban", data.iban()),
                SepaIds.bic("bic", data.bic()));
    }
}
