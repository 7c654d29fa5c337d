package net.dotmac.payments;

import java.time.LocalDate;
import java.util.Map;
import net.dotmac.kernel.Money;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.MatchPart;

/** Movements as payments are told of them. */
final class BankPayments {

    private static final int REFERENCE = 500;

    /** The return reasons of ISO 20022's external code set that customers' banks give most. */
    private static final Map<String, String> REASONS = Map.of(
            "AC01", "account number is wrong",
            "AC04", "account is closed",
            "AC06", "account is blocked",
            "AM04", "insufficient funds",
            "MD01", "no mandate",
            "MD06", "the payer wants it back",
            "MD07", "the payer has died",
            "MS02", "refused by the payer",
            "MS03", "no reason given by the bank",
            "SL01", "the payer's bank does not take part");

    private BankPayments() {}

    /**
     * The payment that a part of a movement becomes.
     *
     * @param number tells the payments of one movement apart, also those that were undone
     */
    static PaymentData data(BankTransaction movement, MatchPart part, int number, LocalDate today) {
        BankEntry entry = movement.entry();
        return new PaymentData(
                part.accountId(),
                new Money(part.amountMinor(), entry.currency()),
                "bankTransfer",
                "bank:" + movement.id() + ":" + number,
                null,
                reference(entry),
                entry.bookedOn().isAfter(today) ? today : entry.bookedOn(),
                part.invoiceId());
    }

    private static String reference(BankEntry entry) {
        String text = entry.remittance().isBlank() ? entry.structuredReference() : entry.remittance();
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() <= REFERENCE ? text : text.substring(0, REFERENCE);
    }

    /** Why a payment is taken back, in words. */
    static String returnReason(BankEntry entry) {
        String code = entry.returnReason();
        return code == null ? "Taken back by the bank" : "Returned by the bank: " + reason(code);
    }

    /** A reason's code, and what it means where that is known. */
    static String reason(String code) {
        if (code == null) {
            return "No reason told";
        }
        return REASONS.containsKey(code) ? code + ", " + REASONS.get(code) : code;
    }

    /** The payment that the money of a direct debit becomes; returns find it by its end-to-end id. */
    static PaymentData data(BankTransaction movement, DirectDebit debit, LocalDate today) {
        BankEntry entry = movement.entry();
        return new PaymentData(
                debit.billingAccountId(),
                new Money(debit.amountMinor(), entry.currency()),
                "directDebit",
                debit.endToEndId(),
                null,
                "Direct debit, mandate " + debit.mandateReference(),
                entry.bookedOn().isAfter(today) ? today : entry.bookedOn(),
                debit.invoiceId());
    }
}
