package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids with check digits are believed only if those agree. */
class SepaIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "at611904300234573201", "NL91ABNA0417164300"})
    void anIbanIsKeptWithoutSpaces(String text) {
        assertEquals(text.replace(" ", "").toUpperCase(Locale.ROOT), SepaIds.iban("iban", text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"DE88370400440532013000", "DE8937040044053201300", "XX89370400440532013000", "x", "DE"})
    void anotherIsRefused(String text) {
        assertEquals(
                "iban",
                assertThrows(DomainException.class, () -> SepaIds.iban("iban", text))
                        .attribute());
    }

    @Test
    void aCreditorIdIsCheckedWithoutItsBusinessCode() {
        assertEquals("DE98ZZZ09999999999", SepaIds.creditorId("creditorId", "de98 zzz0 9999 9999 99"));
        assertEquals("DE98ABC09999999999", SepaIds.creditorId("creditorId", "DE98ABC09999999999"));
        assertThrows(DomainException.class, () -> SepaIds.creditorId("creditorId", "DE99ZZZ09999999999"));
        assertThrows(DomainException.class, () -> SepaIds.creditorId("creditorId", "DE98ZZZ"));
        assertThrows(DomainException.class, () -> SepaIds.creditorId("creditorId", null));
    }

    @Test
    void aBicMayBeMissingAndNotWrong() {
        assertNull(SepaIds.bic("bic", " "));
        assertEquals("COBADEFFXXX", SepaIds.bic("bic", "cobadeffxxx"));
        assertThrows(DomainException.class, () -> SepaIds.bic("bic", "COBADEF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "/A", "A/", "A//B", "Ä", "", "123456789012345678901234567890123456", "A_B"})
    void aReferenceOutOfTheSetIsRefused(String text) {
        assertThrows(DomainException.class, () -> SepaIds.reference("reference", text));
    }

    @Test
    void idsForTheBankFitAndAreStable() {
        UUID id = UUID.fromString("01930000-0000-7000-8000-0000000000ff");
        assertEquals("DE01930000000070008000" + "0000000000FF", SepaIds.of("DE", id));
        assertEquals("K1", SepaIds.reference("reference", " k1 "));
        assertEquals("DE89 … 3000", SepaIds.masked("DE89370400440532013000"));
    }

    @Test
    void textsKeepToTheCharactersThatBanksPassOn() {
        assertEquals("Boehm + Soehne GmbH", SepaText.of("Böhm & Söhne\tGmbH ", 70));
        assertEquals("Francois Zoltan", SepaText.of("François Zoltán", 70));
        assertEquals("...... A", SepaText.of("Иванов A", 70));
        assertEquals("Gro", SepaText.of("Groß", 3));
        assertEquals(".", SepaText.of(" ", 3));
    }
}
