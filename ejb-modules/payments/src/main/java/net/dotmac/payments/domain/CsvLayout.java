package net.dotmac.payments.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.dotmac.kernel.DomainException;

/**
 * How a bank's CSV file is laid out, as far as the sender says so; all else is recognised.
 *
 * @param account the bank account the file is of, or null if a column names it
 * @param currency of all amounts, or null if a column names it
 * @param dateFormat such as {@code dd.MM.yyyy}, or null to recognise it
 * @param columns headers by what they hold (see {@link #KNOWN}); what is not named is looked for by usual headers
 */
public record CsvLayout(String account, String currency, String dateFormat, Map<String, String> columns) {

    static final String BOOKED_ON = "bookedOn";
    static final String VALUE_ON = "valueOn";
    static final String AMOUNT = "amount";
    static final String SIDE = "side";
    static final String CURRENCY = "currency";
    static final String NAME = "name";
    static final String IBAN = "iban";
    static final String REMITTANCE = "remittance";
    static final String BANK_REFERENCE = "bankReference";
    static final String END_TO_END_ID = "endToEndId";
    static final String ACCOUNT = "account";

    /** What a column can hold, and the headers by which German and English exports call it. */
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry(
                    BOOKED_ON, List.of("buchungstag", "buchungsdatum", "buchung", "booking date", "booked on", "date")),
            Map.entry(VALUE_ON, List.of("valutadatum", "wertstellung", "valuta", "value date")),
            Map.entry(AMOUNT, List.of("betrag", "umsatz", "betrag (eur)", "betrag (€)", "amount", "amount (eur)")),
            Map.entry(SIDE, List.of("soll/haben", "s/h", "credit/debit", "debit/credit", "cr/dr")),
            Map.entry(CURRENCY, List.of("währung", "waehrung", "whg", "currency")),
            Map.entry(
                    NAME,
                    List.of(
                            "beguenstigter/zahlungspflichtiger",
                            "begünstigter/zahlungspflichtiger",
                            "name zahlungsbeteiligter",
                            "auftraggeber/empfänger",
                            "auftraggeber / begünstigter",
                            "zahlungspflichtige*r",
                            "auftraggeber",
                            "payer",
                            "payee",
                            "counterparty",
                            "name")),
            Map.entry(
                    IBAN,
                    List.of("kontonummer/iban", "iban zahlungsbeteiligter", "counterparty iban", "payer iban", "iban")),
            Map.entry(
                    REMITTANCE,
                    List.of("verwendungszweck", "buchungstext", "remittance", "purpose", "description", "details")),
            Map.entry(
                    BANK_REFERENCE,
                    List.of("bankreferenz", "transaktions-id", "transaction id", "bank reference", "entry reference")),
            Map.entry(
                    END_TO_END_ID,
                    List.of("kundenreferenz (end-to-end)", "end-to-end-referenz", "end to end id", "end-to-end id")),
            Map.entry(ACCOUNT, List.of("auftragskonto", "iban auftragskonto", "account", "account iban")));

    /** What {@code columns} may name. */
    public static final Set<String> KNOWN = USUAL.keySet();

    public CsvLayout {
        columns = Map.copyOf(columns);
        for (String name : columns.keySet()) {
            if (!KNOWN.contains(name)) {
                throw DomainException.invalid(
                        "column." + name,
                        "Found column." + name + ", expected one of "
                                + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
            }
        }
    }

    /** Everything recognised. */
    public static CsvLayout recognised() {
        return new CsvLayout(null, null, null, Map.of());
    }

    /** Where each thing stands among these headers; what isn't there is left out. */
    Map<String, Integer> positions(List<String> headers) {
        List<String> plain = headers.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> thing : USUAL.entrySet()) {
            String named = columns.get(thing.getKey());
            List<String> wanted =
                    named == null ? thing.getValue() : List.of(named.strip().toLowerCase(Locale.ROOT));
            wanted.stream()
                    .map(plain::indexOf)
                    .filter(index -> index >= 0)
                    .findFirst()
                    .ifPresent(index -> positions.put(thing.getKey(), index));
        }
        return positions;
    }
}
