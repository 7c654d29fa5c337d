package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dotmac.kernel.Money;

/** Turns one entry of a camt.053 statement into its transactions: one, or all those of a batch. */
final class Camt053Entry {

    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF", "NONE", "NOT PROVIDED");
    private static final int REMITTANCE = 2000;
    private static final int NAME = 200;
    private static final int REFERENCE = 100;

    private Camt053Entry() {}

    /** @param minor the entry's amount with its sign */
    static List<BankEntry> read(XmlPart entry, int line, long minor, String currency) {
        LocalDate bookedOn = Camt053Parser.day(entry, "BookgDt");
        if (bookedOn == null) {
            throw new IllegalArgumentException("the booking day (BookgDt) is missing.");
        }
        List<XmlPart> details = entry.all("NtryDtls/TxDtls");
        boolean isBatch = details.size() > 1 && details.stream().allMatch(each -> amountOf(each) != null);
        if (!isBatch) {
            XmlPart only = details.isEmpty() ? entry : details.get(0);
            return List.of(entry(entry, only, line, bookedOn, minor, currency, reference(only, entry)));
        }
        List<BankEntry> all = new ArrayList<>();
        long sum = 0;
        for (XmlPart each : details) {
            long part = signed(each, minor, currency);
            sum = Math.addExact(sum, part);
            String reference = text(each, REFERENCE, "Refs/AcctSvcrRef", "Refs/TxId");
            all.add(entry(entry, each, line, bookedOn, part, currency, reference));
        }
        if (sum != minor) {
            throw new IllegalArgumentException("the batch's " + details.size() + " transactions give "
                    + new Money(sum, currency) + ", and the entry is " + new Money(minor, currency) + ".");
        }
        return all;
    }

    private static BankEntry entry(
            XmlPart entry,
            XmlPart details,
            int line,
            LocalDate bookedOn,
            long minor,
            String currency,
            String reference) {
        String reason = text(details, 20, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry");
        boolean isReversal = "true".equals(entry.text("RvslInd")) || "1".equals(entry.text("RvslInd"));
        // The payer of what comes in; of what goes back too, for there the bank tells of the payment that came in.
        boolean isPayer = minor > 0 ? !isReversal && reason == null : isReversal || reason != null;
        String side = isPayer || !details.has("RltdPties/Cdtr") ? "Dbtr" : "Cdtr";
        String written = details.texts("RmtInf/Ustrd");
        if (written.isEmpty()) {
            String more = details.text("AddtlTxInf", "RmtInf/Strd/AddtlRmtInf", "AddtlNtryInf");
            written = more == null ? "" : more;
        }
        return new BankEntry(
                line,
                bookedOn,
                Camt053Parser.day(entry, "ValDt"),
                minor,
                currency,
                reference,
                text(details, REFERENCE, "Refs/EndToEndId"),
                text(details, REFERENCE, "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef"),
                cut(written, REMITTANCE),
                text(details, NAME, "RltdPties/" + side + "/Nm", "RltdPties/" + side + "/Pty/Nm"),
                text(details, 40, "RltdPties/" + side + "Acct/Id/IBAN", "RltdPties/" + side + "Acct/Id/Othr/Id"),
                isReversal,
                reason,
                batch(details, entry));
    }

    /** A group's id where the bank tells it, else the file's. */
    private static String batch(XmlPart details, XmlPart entry) {
        String group = text(details, REFERENCE, "Refs/PmtInfId", "Refs/MsgId");
        return group == null ? text(entry, REFERENCE, "NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId") : group;
    }

    private static String reference(XmlPart details, XmlPart entry) {
        String own = text(details, REFERENCE, "Refs/AcctSvcrRef", "AcctSvcrRef");
        return own == null ? text(entry, REFERENCE, "AcctSvcrRef") : own;
    }

    private static XmlPart amountOf(XmlPart details) {
        XmlPart own = details.first("Amt");
        return own == null ? details.first("AmtDtls/TxAmt/Amt") : own;
    }

    private static long signed(XmlPart details, long entryMinor, String currency) {
        XmlPart amount = amountOf(details);
        if (amount.currency() != null && !amount.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "a transaction of the batch is in " + amount.currency() + ", and the account in " + currency + ".");
        }
        long minor = StatementAmount.minor(amount.own(), currency);
        String side = details.text("CdtDbtInd");
        boolean isCredit = side == null ? entryMinor > 0 : side.equals("CRDT");
        return isCredit ? minor : -minor;
    }

    /** The text at the first path that has one; what stands for none is none. */
    private static String text(XmlPart part, int atMost, String... paths) {
        String found = part.text(paths);
        return found == null || NO_REFERENCE.contains(found) ? null : cut(found, atMost);
    }

    private static String cut(String text, int atMost) {
        return text.length() <= atMost ? text : text.substring(0, atMost);
    }
}
