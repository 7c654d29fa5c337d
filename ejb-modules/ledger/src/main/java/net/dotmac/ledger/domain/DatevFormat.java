package net.dotmac.ledger.domain;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.LedgerAccount;

/**
 * DATEV's Buchungsstapel (EXTF, format 700, version 13): a header of 31 fields, the names of 125 columns, and a row
 * for each booking; CP1252, CRLF, amounts positive with S or H for the account, days as TTMM.
 *
 * <p>An account of revenue that works out its tax by itself (Automatikkonto) takes the gross where that comes to the
 * tax we booked, so that DATEV's advance return knows of it. Otherwise, and where revenue is only moved to another
 * month, net and tax come by themselves with key 40, which stops the working out.
 */
public final class DatevFormat implements JournalFormat {

    private static final String STOP_AUTOMATIC = "40";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMM");
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final Map<String, String> WORDS = Map.of(
            "invoice", "Rechnung",
            "creditNote", "Gutschrift",
            "payment", "Zahlung",
            "paymentReversal", "Rückzahlung",
            "allocation", "Ausgleich",
            "recognition", "Umsatzabgrenzung",
            "writeOff", "Forderungsverlust",
            "recovery", "Eingang auf Forderungsverlust",
            "openingBalance", "Anfangsbestand");

    private final Appendable out;
    private final Head head;
    private ExportBooking held;

    public DatevFormat(Appendable out, Head head) {
        this.out = out;
        this.head = head;
    }

    /**
     * @param consultant Beraternummer
     * @param client Mandantennummer
     * @param from first day, in the same calendar year as the last
     * @param madeAt in the tenant's zone
     * @param accountLength digits of the accounts
     */
    public record Head(
            String consultant,
            String client,
            LocalDate from,
            LocalDate to,
            String currency,
            LocalDateTime madeAt,
            int accountLength) {}

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public void begin() throws IOException {
        DateTimeFormatter day = DateTimeFormatter.BASIC_ISO_DATE;
        out.append(String.join(
                        ";",
                        "\"EXTF\";700;21;\"Buchungsstapel\";13",
                        MADE.format(head.madeAt()),
                        ";\"RE\";\"DotMac\";\"\"",
                        head.consultant(),
                        head.client(),
                        head.from().withDayOfYear(1).format(day),
                        Integer.toString(head.accountLength()),
                        head.from().format(day),
                        head.to().format(day),
                        ExportText.quoted("DotMac " + head.from() + " " + head.to()),
                        "\"\";1;0;0",
                        ExportText.quoted(head.currency()),
                        ";\"\";;;\"\";;;\"\";\"\""))
                .append("\r\n");
        out.append(String.join(";", DatevColumns.names())).append("\r\n");
    }

    @Override
    public void add(ExportBooking booking) throws IOException {
        if (held == null) {
            held = booking;
            return;
        }
        ExportBooking net = isRevenue(held) ? held : booking;
        ExportBooking tax = net == held ? booking : held;
        if (isOneDocument(net, tax) && isAutomatic(net) && worksOut(net.amountMinor(), tax)) {
            write(net, Math.addExact(net.amountMinor(), tax.amountMinor()), "");
            held = null;
        } else {
            write(held);
            held = booking;
        }
    }

    @Override
    public void end() throws IOException {
        if (held != null) {
            write(held);
            held = null;
        }
    }

    private void write(ExportBooking booking) throws IOException {
        write(booking, booking.amountMinor(), isAutomatic(booking) ? STOP_AUTOMATIC : "");
    }

    private static boolean isRevenue(ExportBooking booking) {
        return isRevenue(booking.debit()) || isRevenue(booking.credit());
    }

    /** Of what is given up the tax is worked out as of revenue, the other way round. */
    private static boolean isRevenue(ChartEntry entry) {
        return entry.account() == LedgerAccount.REVENUE || entry.account() == LedgerAccount.WRITE_OFF;
    }

    private static boolean isTax(ExportBooking booking) {
        return booking.debit().account() == LedgerAccount.TAX_PAYABLE
                || booking.credit().account() == LedgerAccount.TAX_PAYABLE;
    }

    /** Whether they are net and tax of one rate of one document, both on the same side. */
    private static boolean isOneDocument(ExportBooking net, ExportBooking tax) {
        return isRevenue(net)
                && isTax(tax)
                && net.document().equals(tax.document())
                && net.taxKey() != null
                && net.taxKey().equals(tax.taxKey())
                && isRevenue(net.debit()) == (tax.debit().account() == LedgerAccount.TAX_PAYABLE);
    }

    private static boolean isAutomatic(ExportBooking booking) {
        return booking.debit().isAutomatic() || booking.credit().isAutomatic();
    }

    /** Whether the other side will find this very tax in the gross. */
    private static boolean worksOut(long net, ExportBooking tax) {
        BigDecimal percent = new BigDecimal(tax.taxKey().substring(tax.taxKey().lastIndexOf(' ') + 1));
        BigDecimal gross = BigDecimal.valueOf(Math.addExact(net, tax.amountMinor()));
        BigDecimal found =
                gross.multiply(percent).divide(percent.add(BigDecimal.valueOf(100)), 0, RoundingMode.HALF_UP);
        return percent.signum() > 0 && found.longValueExact() == tax.amountMinor();
    }

    /** The key belongs to the second account, so the automatic one stands there. */
    private void write(ExportBooking booking, long amount, String key) throws IOException {
        boolean isTurned = booking.debit().isAutomatic();
        ChartEntry account = isTurned ? booking.credit() : booking.debit();
        ChartEntry counter = isTurned ? booking.debit() : booking.credit();
        String[] cells = new String[DatevColumns.COUNT];
        Arrays.fill(cells, "");
        cells[0] = ExportText.amount(amount, head.currency()).toPlainString().replace('.', ',');
        cells[1] = ExportText.quoted(isTurned ? "H" : "S");
        cells[2] = ExportText.quoted(head.currency());
        cells[6] = account.number();
        cells[7] = counter.number();
        cells[8] = ExportText.quoted(key);
        cells[9] = DAY.format(booking.bookedOn());
        cells[10] = ExportText.quoted(reference(booking.reference()));
        cells[13] = ExportText.quoted(ExportText.harmless(text(booking), 60));
        cells[113] = "0";
        out.append(String.join(";", cells)).append("\r\n");
    }

    private static String text(ExportBooking booking) {
        String word = WORDS.getOrDefault(booking.kind(), booking.kind());
        return booking.documentOn() == null ? word : word + " vom " + booking.documentOn();
    }

    /** Belegfeld 1 knows these signs only, and 36 of them. */
    private static String reference(String reference) {
        String known = reference.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9$&%*+/-]", "");
        return ExportText.harmless(known, 36);
    }
}
