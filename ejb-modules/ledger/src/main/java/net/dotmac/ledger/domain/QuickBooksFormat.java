package net.dotmac.ledger.domain;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * QuickBooks Online's journal entries: it knows accounts by their names, and days as mm/dd/yyyy. A line has a debit
 * or a credit.
 *
 * @see <a href="https://quickbooks.intuit.com/learn-support/en-au/help-article/import-export-files/import-journal-entries-quickbooks-online/L4tQBwbs7_AU_en_AU">
 *     Intuit: import journal entries</a>
 */
public final class QuickBooksFormat extends DailyJournal {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    public QuickBooksFormat(Appendable out, String currency) {
        super(out, currency);
    }

    @Override
    public void begin() throws IOException {
        out.append("Journal No,Journal Date,Account Name,Description,Debits,Credits,Currency")
                .append(LINE_END);
    }

    @Override
    void line(LocalDate on, Sum sum) throws IOException {
        String amount = ExportText.amount(sum.amount(), currency).toPlainString();
        out.append(String.join(
                        ",",
                        "DM" + on.format(DateTimeFormatter.BASIC_ISO_DATE),
                        DAY.format(on),
                        ExportText.quoted(ExportText.harmless(sum.account().name(), 100)),
                        ExportText.quoted(
                                ExportText.harmless("DotMac " + sum.account().number(), 100)),
                        sum.isDebit() ? amount : "",
                        sum.isDebit() ? "" : amount,
                        currency))
                .append(LINE_END);
    }
}
