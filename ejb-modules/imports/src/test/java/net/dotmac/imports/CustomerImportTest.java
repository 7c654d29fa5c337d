package net.dotmac.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.customers.CustomerBatchService;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.imports.domain.Unpacked;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Problem;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.Test;

class CustomerImportTest {

    private static final String HEAD = "number;kind;name;cycleDay;email;street;postcode;city;accountNumber\n";

    private final MovingIsp isp = new MovingIsp();

    @Test
    void customersComeWithTheirAccounts() {
        ImportDetails ready = isp.upload(
                "customers",
                "number,kind,name,cycleDay,email,street,postcode,city,vatId,buyerReference,accountNumber\n"
                        + "K-7,publicBody,Stadt Müllheim,15,rathaus@example.org,Markt 1,79379,Müllheim,,04011-1,A-7\n"
                        + "200005,Household,\"Anna \"\"A\"\" Berg\",31,,,,,,,\n");
        assertEquals("ready", ready.state());
        assertEquals(2, ready.rows());
        ImportDetails applied = isp.apply(ready);
        assertEquals("applied", applied.state());
        assertNotNull(applied.appliedAt());
        CustomerDetails city = customer("K-7");
        assertEquals("Müllheim", city.data().address().city());
        assertEquals("DE", city.data().address().country(), "the tenant's own, for none was named");
        assertEquals("de", city.data().language());
        BillingAccountDetails account = account(city);
        assertEquals("A-7", account.number());
        assertEquals("04011-1", account.documents().buyerReference());
        assertEquals(LocalDate.of(2027, 4, 15), account.nextBillOn());
        CustomerDetails anna = customer("200005");
        assertEquals("Anna \"A\" Berg", anna.name());
        assertNull(anna.data().address());
        assertEquals("BA-00000001", account(anna).number());
        assertEquals(LocalDate.of(2027, 4, 30), account(anna).nextBillOn());
        assertEquals(
                List.of("rows null null 2", "kind household null 1", "kind publicBody null 1", "accounts null EUR 2"),
                isp.proof(applied).stream()
                        .map(each -> each.what() + " " + each.subject() + " " + each.currency() + " " + each.rows())
                        .toList());
        assertTrue(MovingIsp.EVENTS.contains("imports.files.applied.v1 " + applied.id()));
    }

    @Test
    void theNextNumberGoesOnAfterTheHighest() {
        isp.apply(isp.upload("customers", HEAD + "200005;household;A;1;;;;;\n77;household;B;1;;;;;\n"));
        CustomerDetails next = isp.call(() -> isp.service(CustomerService.class)
                .create(new CustomerData(null, "C", CustomerKind.HOUSEHOLD, null, null, null, null, null, null)));
        assertEquals("200006", next.number());
    }

    @Test
    void everyBadRowIsListed() {
        isp.apply(isp.upload("customers", HEAD + "100;household;Here;1;;;;;A-1\n"));
        ImportDetails faulty = isp.upload(
                "customers",
                HEAD
                        + ";;;;;;;;\n"
                        + ";household;;40;;;;;\n"
                        + "101;robot;Bad kind;first;;;;;\n"
                        + "100;household;Taken;1;;;;;\n"
                        + "102;household;Good;1;;;;;\n"
                        + "102;household;Twice;1;;;;;\n"
                        + "103;household;Bad mail;1;nobody;;;;\n"
                        + "104;household;Half an address;1;;;;Bern;\n"
                        + "105;household;Day;32;;;;;\n"
                        + "106;household;Account taken;1;;;;;A-1\n"
                        + "107;household;Our series;1;;;;;BA-00000009\n"
                        + "108;household;Short\n"
                        + "109;household;Ze\u0000ro;1;;;;;\n");
        assertEquals("faulty", faulty.state());
        assertEquals(
                List.of(
                        "3 number missing",
                        "3 name missing",
                        "4 kind malformed",
                        "4 cycleDay malformed",
                        "5 number taken",
                        "7 number twice",
                        "8 email refused",
                        "9 street refused",
                        "10 cycleDay refused",
                        "11 accountNumber taken",
                        "12 accountNumber taken",
                        "13 null malformed",
                        "13 cycleDay missing",
                        "14 name malformed"),
                isp.faultPlaces(faulty));
        assertEquals(12, faulty.rows());
        assertEquals(11, faulty.badRows());
        ImportFault twice = isp.faults(faulty).get(5);
        assertEquals("102", twice.found());
        assertTrue(twice.expected().contains("line 6"), twice.expected());
        assertEquals("faulty", isp.apply(faulty).state());
        assertTrue(numbers("102").isEmpty(), "nothing of a faulty file is written");
    }

    @Test
    void aFaultyFileIsReadyOnceTheHouseIsMended() {
        ImportDetails faulty = isp.upload("customers", HEAD + "1;household;A;1;;;;;A-1\n2;household;B;1;;;;;A-1\n");
        assertEquals(List.of("3 accountNumber twice"), isp.faultPlaces(faulty));
        isp.apply(isp.upload("customers", HEAD + "9;household;A;1;;;;;A-9\n"));
        ImportDetails ready = isp.upload("customers", HEAD + "8;household;A;1;;;;;A-8\n");
        isp.apply(isp.upload("customers", HEAD + "8;household;Other;1;;;;;\n"));
        ImportDetails late = isp.apply(ready);
        assertEquals("faulty", late.state(), "what was ready is checked anew");
        assertEquals(List.of("2 number taken"), isp.faultPlaces(late));
        assertEquals("Other", customer("8").name());
    }

    @Test
    void theSameFileIsTakenOnce() {
        String csv = HEAD + "1;household;A;1;;;;;\n";
        ImportDetails first = isp.upload("customers", csv);
        assertProblem(ImportProblem.FILE_KNOWN, () -> isp.upload("customers", csv));
        isp.call(() -> {
            isp.service(ImportService.class).discard(first.id());
            return null;
        });
        assertProblem(ImportProblem.IMPORT_STATE, () -> isp.apply(first));
        ImportDetails second = isp.upload("customers", csv);
        isp.apply(second);
        assertProblem(ImportProblem.IMPORT_STATE, () -> isp.apply(second));
        assertProblem(ImportProblem.FILE_KNOWN, () -> isp.upload("customers", csv));
        MovingIsp other = new MovingIsp();
        assertEquals("ready", other.upload("customers", csv).state(), "another tenant's file is another's");
        assertProblem(CommonProblem.NOT_FOUND, () -> other.apply(second));
    }

    @Test
    void oneOfTwoAtOnceApplies() {
        ImportDetails ready = isp.upload("customers", HEAD + "1;household;A;1;;;;;\n");
        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return isp.apply(ready).state();
                    } catch (DomainException e) {
                        return e.problem().slug();
                    }
                }))
                .toList();
        assertEquals(
                List.of("applied", "import-state"),
                both.stream().map(CompletableFuture::join).sorted().toList());
        assertEquals(1, numbers("1").size());
    }

    @Test
    void whatDiesInTheMiddleLeavesNothing() {
        ImportDetails ready = isp.upload("customers", HEAD + "1;household;A;1;;;;;\n");
        assertThrows(
                IllegalStateException.class,
                () -> isp.call(() -> {
                    isp.service(ImportService.class).apply(ready.id());
                    throw new IllegalStateException("before the commit");
                }));
        assertTrue(numbers("1").isEmpty());
        ImportDetails left = isp.call(() -> isp.service(ImportService.class).get(ready.id()));
        assertEquals("ready", left.state());
        assertEquals("applied", isp.apply(ready).state());
    }

    @Test
    void whatIsNoFileOfCustomersIsRefused() {
        for (String csv : List.of("", "number\n1\n", HEAD, HEAD.replace("email", "emial") + "1;household;A;1;;;;;\n")) {
            DomainException refused = assertThrows(DomainException.class, () -> isp.upload("customers", csv));
            assertEquals(ImportProblem.FILE_REFUSED, refused.problem(), csv);
        }
        assertProblem(CommonProblem.INVALID_VALUE, () -> isp.upload("castles", HEAD));
        assertProblem(
                ImportProblem.FILE_REFUSED,
                () -> isp.upload(
                        "customers", (HEAD + "1;household;Müller;1;;;;;\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void anArchiveOfOneFileIsUnpackedAndNoMoreOfItThanAllowed() throws IOException {
        byte[] csv = (HEAD + "1;household;A;1;;;;;\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "ready", isp.upload("customers", zip(csv, "../../etc/passwd")).state());
        assertProblem(ImportProblem.FILE_KNOWN, () -> isp.upload("customers", csv));
        byte[] two = zip(csv, "a.csv", "b.csv");
        assertProblem(ImportProblem.FILE_REFUSED, () -> isp.upload("customers", two));
        byte[] bomb = zip(new byte[Unpacked.MOST_BYTES + 1], "a.csv");
        assertTrue(bomb.length < 100_000);
        assertProblem(ImportProblem.FILE_REFUSED, () -> isp.upload("customers", bomb));
        assertProblem(ImportProblem.FILE_REFUSED, () -> isp.upload("customers", new byte[] {'P', 'K', 3, 4, 5}));
    }

    private static byte[] zip(byte[] content, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private CustomerDetails customer(String number) {
        return numbers(number).get(0);
    }

    private List<CustomerDetails> numbers(String number) {
        assertEquals(
                isp.call(() -> isp.service(CustomerBatchService.class).idsByNumber(List.of(number)))
                        .size(),
                isp.call(() -> isp.service(CustomerService.class).list(Query.where(Filter.equal("number", number))))
                        .rows()
                        .size());
        return isp.call(() -> isp.service(CustomerService.class).list(Query.where(Filter.equal("number", number))))
                .rows();
    }

    private BillingAccountDetails account(CustomerDetails customer) {
        List<BillingAccountDetails> found = isp.call(() -> isp.service(BillingAccountService.class)
                        .list(Query.where(
                                Filter.equal("customerId", customer.id().toString()))))
                .rows();
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static void assertProblem(Problem problem, Runnable call) {
        assertEquals(problem, assertThrows(DomainException.class, call::run).problem());
    }
}
