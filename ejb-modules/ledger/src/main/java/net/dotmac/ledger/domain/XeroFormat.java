package net.dotmac.ledger.domain;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Xero's template for manual journals: debits positive, credits negative, days as dd/mm/yyyy. Tax has its own account
 * here, so no line is to be taxed again.
 *
 * @see <a href="https://help.xero.com/nz/ManualJournalsImport">Xero: enter multiple manual journals</a>
 */
public final class XeroFormat extends DailyJournal {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public XeroFormat(Appendable out, String currency) {
        super(out, currency);
    }

    @Override
    public void begin() throws IOException {
        out.append("*Narration,*Date,Description,*AccountCode,*TaxRate,*Amount,TrackingName1,TrackingOption1,")
                .append("TrackingName2,TrackingOption2")
                .append(LINE_END);
    }

    @Override
    void line(LocalDate on, Sum sum) throws IOException {
        long signed = sum.isDebit() ? sum.amount() : -sum.amount();
        out.append(String.join(
                        ",",
                        "DotMac " + on,
                        DAY.format(on),
                        ExportText.quoted(ExportText.harmless(sum.account().name(), 100)),
                        sum.account().number(),
                        "Tax Exempt",
                        ExportText.amount(signed, currency).toPlainString(),
                        "",
                        "",
                        "",
                        ""))
                .append(LINE_END);
    }
}
