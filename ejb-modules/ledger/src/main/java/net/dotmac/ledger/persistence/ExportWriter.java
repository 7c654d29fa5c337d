package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.ExportRequest;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.domain.ChartOfAccounts;
import net.dotmac.ledger.domain.DatevFormat;
import net.dotmac.ledger.domain.ExportBooking;
import net.dotmac.ledger.domain.JournalFormat;
import net.dotmac.ledger.domain.QuickBooksFormat;
import net.dotmac.ledger.domain.XeroFormat;

/** Writes the journal of some months to a stream, row by row, so that its length is no matter of memory. */
@ApplicationScoped
public class ExportWriter {

    private static final int ROWS_AT_ONCE = 1_000;

    /** By documents, so that net and tax of one stand together. */
    private static final String JOURNAL = "select debit_account, credit_account, amount_minor, booked_on, document_on, "
            + "document_kind, document_id, tax_key from ledger.journal where booked_on between ? and ? and currency = ? "
            + "and recorded_at <= ? order by booked_on, document_id, tax_key, document_kind, id";

    @Inject
    private Database database;

    @Inject
    private DocumentNumbers numbers;

    /**
     * What a file is made of.
     *
     * @param chart its own entries are all that is used
     * @param recordedUntil bookings recorded later are none of its
     * @param madeAt stands in the file
     */
    public record Recipe(
            ExportRequest request, List<ChartEntry> chart, Instant recordedUntil, Instant madeAt, ZoneId zone) {

        LocalDate from() {
            return request.first().atDay(1);
        }

        LocalDate to() {
            return request.last().atEndOfMonth();
        }
    }

    /** @param amountMinor sum of the debits, and of the credits */
    public record Written(long bookings, long amountMinor) {}

    /** Writes the file and leaves the stream open; the same recipe gives the same bytes. */
    public Written write(Recipe recipe, OutputStream out) {
        try {
            StringBuilder text = new StringBuilder();
            JournalFormat format = format(recipe, text);
            Sink sink = new Sink(format, text, out, new ChartOfAccounts("", recipe.chart()));
            format.begin();
            database.each(
                    JOURNAL,
                    sink::take,
                    recipe.from(),
                    recipe.to(),
                    recipe.request().currency(),
                    recipe.recordedUntil());
            sink.pass();
            format.end();
            sink.flush();
            return new Written(sink.bookings, sink.amount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JournalFormat format(Recipe recipe, StringBuilder text) {
        ExportRequest request = recipe.request();
        return switch (request.format()) {
            case DATEV ->
                new DatevFormat(
                        text,
                        new DatevFormat.Head(
                                request.consultant(),
                                request.client(),
                                recipe.from(),
                                recipe.to(),
                                request.currency(),
                                recipe.madeAt().atZone(recipe.zone()).toLocalDateTime(),
                                recipe.chart().stream()
                                        .mapToInt(entry -> entry.number().length())
                                        .max()
                                        .orElse(4)));
            case QUICK_BOOKS -> new QuickBooksFormat(text, request.currency());
            case XERO -> new XeroFormat(text, request.currency());
        };
    }

    /**
     * Takes rows in, asks for their documents' numbers a thousand at a time, and passes on what the format made of
     * them.
     */
    private final class Sink {

        private final JournalFormat format;
        private final StringBuilder text;
        private final OutputStream out;
        private final ChartOfAccounts chart;
        private final List<Row> rows = new ArrayList<>();
        private long bookings;
        private long amount;

        Sink(JournalFormat format, StringBuilder text, OutputStream out, ChartOfAccounts chart) {
            this.format = format;
            this.text = text;
            this.out = out;
            this.chart = chart;
        }

        void take(ResultSet row) throws SQLException {
            rows.add(new Row(
                    LedgerAccount.ofWire(row.getString(1)),
                    LedgerAccount.ofWire(row.getString(2)),
                    row.getLong(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class),
                    row.getString(6),
                    row.getObject(7, UUID.class),
                    row.getString(8)));
            if (rows.size() >= ROWS_AT_ONCE) {
                pass();
            }
        }

        void pass() {
            Map<UUID, String> known =
                    numbers.of(rows.stream().map(Row::document).collect(Collectors.toSet()));
            try {
                for (Row row : rows) {
                    format.add(booking(row, known));
                    bookings++;
                    amount = Math.addExact(amount, row.amount());
                }
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            rows.clear();
        }

        private ExportBooking booking(Row row, Map<UUID, String> known) {
            String id = row.document().toString();
            return new ExportBooking(
                    row.bookedOn(),
                    row.documentOn(),
                    row.kind(),
                    row.kind() + id,
                    known.getOrDefault(
                            row.document(), id.substring(id.length() - 12).toUpperCase(Locale.ROOT)),
                    chart.entry(row.debit(), row.taxKey()),
                    chart.entry(row.credit(), row.taxKey()),
                    row.amount(),
                    row.taxKey());
        }

        /** Letters that the file's character set lacks become question marks, as they do wherever DATEV exports. */
        void flush() throws IOException {
            out.write(text.toString().getBytes(format.charset()));
            text.setLength(0);
        }
    }

    private record Row(
            LedgerAccount debit,
            LedgerAccount credit,
            long amount,
            LocalDate bookedOn,
            LocalDate documentOn,
            String kind,
            UUID document,
            String taxKey) {}
}
