package net.dotmac.ledger.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The 125 columns of DATEV's Buchungsstapel in version 13, in its order and by its names (its own variants of
 * spelling included).
 *
 * @see <a href="https://developer.datev.de/de/file-format/details/datev-format/format-description/booking-batch">DATEV: Buchungsstapel</a>
 */
final class DatevColumns {

    static final int COUNT = 125;

    private static final String FIRST =
            "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;"
                    + "WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;"
                    + "Buchungstext;Postensperre;Diverse Adressnummer;Geschäftspartnerbank;Sachverhalt;Zinssperre;Beleglink";
    private static final String MIDDLE =
            "KOST1 - Kostenstelle;KOST2 - Kostenstelle;Kost-Menge;EU-Land u. UStID;EU-Steuersatz;"
                    + "Abw. Versteuerungsart;Sachverhalt L+L;Funktionsergänzung L+L;BU 49 Hauptfunktionstyp;"
                    + "BU 49 Hauptfunktionsnummer;BU 49 Funktionsergänzung";
    private static final String LAST = "Stück;Gewicht;Zahlweise;Forderungsart;Veranlagungsjahr;Zugeordnete Fälligkeit;"
            + "Skontotyp;Auftragsnummer;Buchungstyp;USt-Schlüssel (Anzahlungen);EU-Land (Anzahlungen);"
            + "Sachverhalt L+L (Anzahlungen);EU-Steuersatz (Anzahlungen);Erlöskonto (Anzahlungen);Herkunft-Kz;"
            + "Buchungs GUID;KOST-Datum;SEPA-Mandatsreferenz;Skontosperre;Gesellschaftername;Beteiligtennummer;"
            + "Identifikationsnummer;Zeichnernummer;Postensperre bis;Bezeichnung SoBil-Sachverhalt;"
            + "Kennzeichen SoBil-Buchung;Festschreibung;Leistungsdatum;Datum Zuord. Steuerperiode;Fälligkeit;"
            + "Generalumkehr (GU);Steuersatz;Land;Abrechnungsreferenz;BVV-Position;EU-Land u. UStID (Ursprung);"
            + "EU-Steuersatz (Ursprung);Abw. Skontokonto";

    private DatevColumns() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(FIRST.split(";")));
        for (int i = 1; i <= 8; i++) {
            names.add("Beleginfo - Art " + i);
            names.add("Beleginfo - Inhalt " + i);
        }
        names.addAll(List.of(MIDDLE.split(";")));
        for (int i = 1; i <= 20; i++) {
            names.add("Zusatzinformation - Art " + i);
            names.add("Zusatzinformation- Inhalt " + i);
        }
        names.addAll(List.of(LAST.split(";")));
        return names;
    }
}
