package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.payments.domain.Candidates.Account;
import net.dotmac.payments.domain.Candidates.Debt;
import net.dotmac.payments.domain.Candidates.Quoted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 19);

    private final UUID anna = Ids.next();
    private final UUID bob = Ids.next();
    private final UUID first = Ids.next();
    private final UUID second = Ids.next();
    private final UUID bobs = Ids.next();
    private final Candidates candidates = new Candidates();

    /** Anna owes 39.90 and 20.00, Bob owes 39.90. */
    @BeforeEach
    void owe() {
        candidates.add(
                new Account(anna, "BA-00000001", "Anna", Ids.next(), "EUR"),
                List.of(new Debt(first, 3990), new Debt(second, 2000)));
        candidates.add(new Account(bob, "BA-00000002", "Bob", Ids.next(), "EUR"), List.of(new Debt(bobs, 3990)));
        candidates.quoted("BA-00000001", new Quoted(anna, null));
        candidates.quoted("BA-00000002", new Quoted(bob, null));
        candidates.quoted("INV-00000041", new Quoted(anna, first));
        candidates.quoted("INV-00000042", new Quoted(anna, second));
        candidates.quoted("INV-00000043", new Quoted(bob, bobs));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-00000042",
                "inv 00000042",
                "Rg.INV00000042 vom 1.5.",
                "Rechnung INV–00000042/Kd. 7",
                "RE INV-0000 0042 DANKE",
                "INV- 00000042"
            })
    void aQuotedInvoiceWithItsAmountIsSure(String text) {
        assertEquals(List.of(new MatchPart(anna, second, 2000)), MatchPolicy.certain(paid(2000, text), candidates));
    }

    @Test
    void aCreditorReferenceCountsAsWell() {
        BankEntry entry = entry(2000, "EUR", "", "RF18 INV0 0000 042", null, null);
        assertEquals(List.of(new MatchPart(anna, second, 2000)), MatchPolicy.certain(entry, candidates));
    }

    @Test
    void severalQuotedInvoicesAreEachSettled() {
        assertEquals(
                List.of(new MatchPart(anna, first, 3990), new MatchPart(anna, second, 2000)),
                MatchPolicy.certain(paid(5990, "INV-00000041 INV-00000042"), candidates));
    }

    @Test
    void aPartOfAQuotedInvoiceIsSureAndMoreThanIsOwedIsNot() {
        assertEquals(
                List.of(new MatchPart(anna, second, 1500)),
                MatchPolicy.certain(paid(1500, "INV-00000042"), candidates));
        assertEquals(List.of(), MatchPolicy.certain(paid(5991, "INV-00000042"), candidates));
    }

    @Test
    void anAccountNumberNeedsTheAmount() {
        assertEquals(
                List.of(new MatchPart(anna, second, 2000)),
                MatchPolicy.certain(paid(2000, "Kunde BA-00000001"), candidates));
        assertEquals(
                List.of(new MatchPart(anna, null, 5990)), MatchPolicy.certain(paid(5990, "BA-00000001"), candidates));
        assertEquals(List.of(), MatchPolicy.certain(paid(1234, "BA-00000001"), candidates));
    }

    @Test
    void whatQuotesTwoAccountsOrNoneOrAnotherCurrencyIsNotSure() {
        assertEquals(List.of(), MatchPolicy.certain(paid(3990, "INV-00000041 INV-00000043"), candidates));
        assertEquals(List.of(), MatchPolicy.certain(paid(3990, "INV-00000099"), candidates));
        assertEquals(List.of(), MatchPolicy.certain(entry(2000, "USD", "INV-00000042", null, null, null), candidates));
        assertEquals(List.of(), MatchPolicy.certain(paid(-2000, "INV-00000042"), candidates));
    }

    @Test
    void whatIsPaidIsOwedNoMore() {
        candidates.paid(new MatchPart(anna, second, 2000));
        assertEquals(
                List.of(), MatchPolicy.certain(paid(2000, "INV-00000042"), candidates), "the second time it is not");
        candidates.paid(new MatchPart(anna, first, 3000));
        assertEquals(
                List.of(new MatchPart(anna, first, 990)), MatchPolicy.certain(paid(990, "INV-00000041"), candidates));
    }

    @Test
    void suggestionsSayWhy() {
        candidates.payer("DE1", anna);
        candidates.named("Bob Brown", bob);
        candidates.open(3990, anna);
        candidates.open(3990, bob);
        List<MatchSuggestion> found =
                MatchPolicy.suggestions(entry(3990, "EUR", "internet", null, "Bob Brown", "DE1"), candidates);
        assertEquals(
                List.of(
                        new MatchSuggestion(anna, first, 60, List.of(MatchReason.AMOUNT, MatchReason.PAID_BEFORE)),
                        new MatchSuggestion(bob, bobs, 50, List.of(MatchReason.AMOUNT, MatchReason.NAME))),
                found);
        assertTrue(MatchPolicy.suggestions(paid(-3990, "x"), candidates).isEmpty());
    }

    @Test
    void atMostFiveAreSuggestedTheLikeliestFirst() {
        for (int i = 0; i < 9; i++) {
            UUID account = Ids.next();
            candidates.add(
                    new Account(account, "BA-1000" + i, "C", Ids.next(), "EUR"), List.of(new Debt(Ids.next(), 77)));
            candidates.named("Same Name", account);
        }
        List<MatchSuggestion> found =
                MatchPolicy.suggestions(entry(5000, "EUR", "INV-00000042", null, "Same Name", null), candidates);
        assertEquals(5, found.size());
        assertEquals(anna, found.get(0).accountId());
    }

    @Test
    void aLongTextIsSearchedWithinBounds() {
        assertTrue(QuotedNumbers.of(paid(1, "A1 B2 C3 ".repeat(200))).size() <= 410);
    }

    private static BankEntry paid(long amount, String text) {
        return entry(amount, "EUR", text, null, null, null);
    }

    private static BankEntry entry(
            long amount, String currency, String text, String structured, String name, String iban) {
        return new BankEntry(
                1, DAY, DAY, amount, currency, null, null, structured, text, name, iban, false, null, null);
    }
}
