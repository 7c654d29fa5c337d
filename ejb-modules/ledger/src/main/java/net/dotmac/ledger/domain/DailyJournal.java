package net.dotmac.ledger.domain;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.ledger.ChartEntry;

/**
 * One journal a day: the debits and the credits of each account of the chart, summed up. The programs it is for take
 * few hundred lines a file, and a month of it has at most 31 days times the accounts.
 */
abstract class DailyJournal implements JournalFormat {

    static final String LINE_END = "\r\n";

    protected final Appendable out;
    protected final String currency;
    private final Map<String, Sum> sums = new TreeMap<>();
    private LocalDate day;

    DailyJournal(Appendable out, String currency) {
        this.out = out;
        this.currency = currency;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void add(ExportBooking booking) throws IOException {
        if (!booking.bookedOn().equals(day)) {
            flush();
            day = booking.bookedOn();
        }
        add(booking.debit(), true, booking.amountMinor());
        add(booking.credit(), false, booking.amountMinor());
    }

    @Override
    public void end() throws IOException {
        flush();
    }

    private void add(ChartEntry account, boolean isDebit, long amount) {
        sums.merge(
                account.number() + (isDebit ? " 1" : " 2"),
                new Sum(account, isDebit, amount),
                (one, other) -> new Sum(account, isDebit, Math.addExact(one.amount(), other.amount())));
    }

    private void flush() throws IOException {
        for (Sum sum : sums.values()) {
            line(day, sum);
        }
        sums.clear();
    }

    /** Writes one line of a day's journal. */
    abstract void line(LocalDate on, Sum sum) throws IOException;

    /** @param amount minor units, more than 0 */
    record Sum(ChartEntry account, boolean isDebit, long amount) {}
}
