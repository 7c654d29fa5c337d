package net.dotmac.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.domain.ChartOfAccounts;
import org.junit.jupiter.api.Test;

/** The tenant's chart stands for the journal's accounts: his own entries before those of his country. */
class ChartServiceTest {

    private final Books books = new Books("DE");
    private final ChartService charts = Books.SERVER.get(ChartService.class);

    @Test
    void germanyStartsWithSkr04AndOthersWithAPlainChart() {
        books.invoice("100.00", "19.00", "2027-05-02");
        assertEquals("4400", number(LedgerAccount.REVENUE, "standard 19"));
        assertEquals("3806", number(LedgerAccount.TAX_PAYABLE, "standard 19"));
        assertEquals("4200", number(LedgerAccount.REVENUE, ""));
        ChartOfAccounts german = new ChartOfAccounts("DE", List.of());
        assertEquals("4300", german.entry(LedgerAccount.REVENUE, "reduced 7").number());
        assertEquals("4200", german.entry(LedgerAccount.REVENUE, "standard 17").number());
        assertTrue(german.entry(LedgerAccount.REVENUE, "standard 19").isAutomatic());
        ChartOfAccounts plain = new ChartOfAccounts("FR", List.of());
        assertEquals("4000", plain.entry(LedgerAccount.REVENUE, "standard 19").number());
        assertEquals("1100", plain.entry(LedgerAccount.RECEIVABLES, null).number());
    }

    @Test
    void anEntryOfHisOwnGoesFirstAndCanBeTakenBack() {
        put(LedgerAccount.REVENUE, "", "8000", "Sales");
        assertEquals("8000", number(LedgerAccount.REVENUE, ""));
        books.invoice("100.00", "19.00", "2027-05-02");
        assertEquals(
                "8000", number(LedgerAccount.REVENUE, "standard 19"), "the account's own goes before the country's");
        put(LedgerAccount.REVENUE, "standard 19", "8019", "Sales 19");
        assertEquals("8019", number(LedgerAccount.REVENUE, "standard 19"));
        assertEquals("8000", number(LedgerAccount.REVENUE, ""));
        ChartEntry reset = books.call(() -> charts.reset(LedgerAccount.REVENUE, "standard 19"));
        assertEquals("8000", reset.number());
        assertTrue(reset.isDefault());
        assertFalse(entry(LedgerAccount.REVENUE, "").isDefault());
        assertTrue(Books.AUDIT.stream().anyMatch(each -> each.startsWith("chartAccount.changed revenue:standard 19")));
        assertTrue(Books.AUDIT.stream().anyMatch(each -> each.startsWith("chartAccount.reset revenue:standard 19")));
    }

    @Test
    void oneTenantsChartIsNotAnothers() {
        put(LedgerAccount.BANK, "", "1810", "Hausbank");
        assertEquals(
                "1800",
                new Books("DE")
                        .call(charts::list).stream()
                                .filter(each -> each.account() == LedgerAccount.BANK)
                                .findFirst()
                                .orElseThrow()
                                .number());
    }

    @Test
    void refusesWhatIsNoAccount() {
        assertThrows(DomainException.class, () -> put(LedgerAccount.BANK, "", "=1+1", "Bank"));
        assertThrows(DomainException.class, () -> put(LedgerAccount.BANK, "", "1800", " "));
        assertThrows(DomainException.class, () -> put(LedgerAccount.BANK, "standard 19", "1800", "Bank"));
        assertThrows(DomainException.class, () -> put(LedgerAccount.REVENUE, "x".repeat(81), "1800", "Bank"));
    }

    private void put(LedgerAccount account, String taxKey, String number, String name) {
        books.call(() -> charts.put(new ChartEntry(account, taxKey, number, name, false, false)));
    }

    private String number(LedgerAccount account, String taxKey) {
        return entry(account, taxKey).number();
    }

    private ChartEntry entry(LedgerAccount account, String taxKey) {
        return books.call(charts::list).stream()
                .filter(each -> each.account() == account && each.taxKey().equals(taxKey))
                .findFirst()
                .orElseThrow();
    }
}
