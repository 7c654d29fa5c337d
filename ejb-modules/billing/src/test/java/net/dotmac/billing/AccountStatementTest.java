package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.billing.domain.StatementDocument;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements of account, and their PDF. */
class AccountStatementTest {

    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

    private final BillingWorld world = new BillingWorld();
    private final AccountStatementService statements = world.service(AccountStatementService.class);
    private BillingAccountDetails account;

    @BeforeEach
    void twoBillsAndACredit() {
        account = world.account(1);
        world.monthly(account, "100.00", "2027-05-01");
        world.bill("2027-05-01");
        world.setToday("2027-05-10");
        UUID may = world.invoices().get(0).id();
        world.call(() -> world.service(InvoiceService.class)
                .credit(may, CreditRequest.ofAmount(Money.of("30.00", "EUR"), "outage")));
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
    }

    @Test
    void eachDocumentMovesTheBalance() {
        StatementDocument found = statement(MAY, JUNE);
        assertEquals(0, found.openingMinor());
        assertEquals(
                List.of(
                        "2027-05-01 invoice 12000 12000",
                        "2027-05-10 creditNote -3000 9000",
                        "2027-06-01 invoice 12000 21000"),
                found.entries().stream()
                        .map(each -> each.bookedOn() + " " + each.kind() + " " + each.amountMinor() + " "
                                + each.balanceMinor())
                        .toList());
        assertEquals(21_000, found.closingMinor());
        assertTrue(found.entries().stream().allMatch(each -> each.number() != null));
    }

    @Test
    void aLaterBeginningCarriesTheBalance() {
        StatementDocument june = statement(LocalDate.of(2027, 6, 1), JUNE);
        assertEquals(9_000, june.openingMinor());
        assertEquals(1, june.entries().size());
        StatementDocument between = statement(LocalDate.of(2027, 5, 11), LocalDate.of(2027, 5, 31));
        assertEquals(9_000, between.closingMinor());
        assertEquals(List.of(), between.entries());
        assertThrows(DomainException.class, () -> statement(JUNE, MAY));
    }

    @Test
    void thePdfSaysTheSameInTheCustomersLanguage() throws IOException {
        InvoiceFile file = world.call(() -> statements.pdf(account.id(), MAY, JUNE));
        assertArrayEquals(
                file.content(),
                world.call(() -> statements.pdf(account.id(), MAY, JUNE)).content());
        try (var document = Loader.loadPDF(file.content())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Kontoauszug"), text);
            assertTrue(text.contains("-30,00"), text);
            assertTrue(text.contains("210,00"), text);
            assertTrue(text.contains("Sie schulden uns"), text);
        }
    }

    /** Whatever the journal may hold has a name on the statement. */
    @Test
    void everyKindOfTheJournalHasAName() throws IOException {
        Set<String> kinds = world.call(() -> {
            String rule = world.database()
                    .first(
                            "select pg_get_constraintdef(oid) from pg_constraint "
                                    + "where conname = 'journal_document_kind_check'",
                            row -> row.getString(1))
                    .orElseThrow();
            Set<String> found = new TreeSet<>();
            Matcher quoted = Pattern.compile("'(\\w+)'").matcher(rule);
            while (quoted.find()) {
                found.add(quoted.group(1));
            }
            return found;
        });
        assertTrue(kinds.contains("payment"), kinds.toString());
        Properties words = new Properties();
        try (var stream = StatementDocument.class.getResourceAsStream("invoice.properties")) {
            words.load(stream);
        }
        kinds.removeIf(kind -> words.containsKey("statement." + kind));
        assertEquals(
                Set.of(),
                kinds,
                "give them a name as statement.<kind> here and as statement.kind.<kind> in the console");
    }

    private StatementDocument statement(LocalDate from, LocalDate to) {
        return world.call(() -> statements.statement(account.id(), from, to));
    }
}
