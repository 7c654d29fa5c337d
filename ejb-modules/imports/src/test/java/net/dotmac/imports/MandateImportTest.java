package net.dotmac.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.MandateService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MandateImportTest {

    private static final String KIND = "mandates";
    private static final String HEAD = "customer;reference;iban;signedOn;lastUsedOn;scheme;debtorName;town;country\n";
    private static final String IBAN = "DE02 1203 0000 0000 2020 51";

    private final MovingIsp isp = new MovingIsp();

    @BeforeEach
    void customers() {
        isp.apply(isp.upload(
                "customers",
                "number,kind,name,cycleDay,street,postcode,city,currency\nK1,household,Anna,1,Gasse 1,10115,Berlin,\n"
                        + "K2,business,Berta,1,,,,\nK3,business,Carla,1,Gasse 3,10115,Berlin,USD\n"));
    }

    @Test
    void aMandateGoesOnWhereItStood() {
        assertEquals(
                "applied",
                isp.apply(isp.upload(
                                KIND,
                                HEAD
                                        + "K1;old-1;" + IBAN + ";2019-05-01;1.3.2027;;;;\n"
                                        + "K2;OLD-2;" + IBAN + ";2027-03-01;;B2B;Berta Bau;Bonn;DE\n"))
                        .state());
        MandateDetails used = mandate("OLD-1");
        assertEquals(LocalDate.of(2019, 5, 1), used.signedOn());
        assertEquals(LocalDate.of(2027, 3, 1), used.lastCollectedOn());
        assertEquals(LocalDate.of(2030, 3, 2), used.lapsesOn(), "36 months after its last use");
        assertEquals("Anna", used.debtor().name());
        assertEquals("Berlin", used.debtor().town(), "the customer's own");
        assertEquals("active", used.state());
        MandateDetails fresh = mandate("OLD-2");
        assertEquals("B2B", fresh.scheme());
        assertEquals("DE02120300000000202051", isp.call(() -> isp.service(MandateService.class)
                .revealIban(fresh.id())));
    }

    @Test
    void everyBadRowIsListed() {
        isp.apply(isp.upload(KIND, HEAD + "K1;OLD-1;" + IBAN + ";2027-03-01;;;;;\n"));
        ImportDetails faulty = isp.upload(
                KIND,
                HEAD
                        + "K9;M-1;" + IBAN + ";2027-03-01;;;;;\n"
                        + "K1;M-2;" + IBAN + ";2027-03-01;;;;;\n"
                        + "K2;OLD-1;" + IBAN + ";2027-03-01;;;X;Bonn;DE\n"
                        + "K2;M-4;DE03120300000000202051;2027-03-01;;;X;Bonn;DE\n"
                        + "K3;M-5;" + IBAN + ";2027-03-01;;;;;\n"
                        + "K2;M-6;;2027-13-01;x;SEPA;X;Bonn;DE\n"
                        + "K2;M 7;" + IBAN + ";2019-01-01;;;X;Bonn;DE\n"
                        + "K2;M-8;" + IBAN + ";2027-03-01;2027-02-28;;X;Bonn;DE\n"
                        + "K2;m-8;" + IBAN + ";2027-03-01;;;;;\n");
        List<String> places = isp.faultPlaces(faulty);
        assertTrue(
                places.containsAll(List.of(
                        "2 customer unknown",
                        "3 account taken",
                        "4 reference taken",
                        "5 iban refused",
                        "6 account refused",
                        "7 signedOn malformed",
                        "7 lastUsedOn malformed",
                        "7 iban missing",
                        "7 scheme malformed",
                        "8 signedOn refused",
                        "9 signedOn refused",
                        "10 reference twice",
                        "10 customer twice",
                        "10 town refused")),
                places.toString());
        assertEquals(9, faulty.badRows());
        assertEquals("faulty", isp.apply(faulty).state());
    }

    private MandateDetails mandate(String reference) {
        return isp.call(() -> isp.service(MandateService.class).list(Query.where(Filter.equal("reference", reference))))
                .rows()
                .get(0);
    }
}
