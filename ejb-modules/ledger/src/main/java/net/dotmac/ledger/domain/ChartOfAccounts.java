package net.dotmac.ledger.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.LedgerAccount;

/**
 * A tenant's chart: his own entries, and for the rest the defaults of his country. Germany's are those of DATEV's SKR
 * 04; everybody else starts with a plain chart in which assets begin with 1, liabilities with 2, revenue with 4 and
 * expenses with 6.
 */
public final class ChartOfAccounts {

    private static final List<ChartEntry> GENERIC = List.of(
            entry(LedgerAccount.RECEIVABLES, "1100", "Accounts receivable"),
            entry(LedgerAccount.CUSTOMER_CREDIT, "2100", "Customer credit"),
            entry(LedgerAccount.REVENUE, "4000", "Revenue"),
            entry(LedgerAccount.TAX_PAYABLE, "2200", "Tax payable"),
            entry(LedgerAccount.BANK, "1000", "Bank"),
            entry(LedgerAccount.DEFERRED_REVENUE, "2300", "Deferred revenue"),
            entry(LedgerAccount.WRITE_OFF, "6200", "Bad debts"),
            entry(LedgerAccount.DEPOSITS, "2400", "Security deposits"),
            entry(LedgerAccount.PREPAID, "2410", "Prepaid balances"),
            entry(LedgerAccount.VOUCHERS, "2420", "Vouchers outstanding"),
            entry(LedgerAccount.BREAKAGE, "4900", "Expired vouchers and balances"),
            entry(LedgerAccount.OPENING_BALANCE, "3900", "Opening balances"),
            entry(LedgerAccount.PAYOUTS, "2150", "Payouts in transit"));

    /**
     * Receivables go to the account that may be booked on without an account for each customer. By what rate an
     * account is chosen follows from the end of a tax key, whatever its category.
     */
    private static final List<ChartEntry> SKR04 = List.of(
            entry(LedgerAccount.RECEIVABLES, "1210", "Forderungen aus L+L ohne Kontokorrent"),
            entry(LedgerAccount.CUSTOMER_CREDIT, "3500", "Sonstige Verbindlichkeiten"),
            entry(LedgerAccount.REVENUE, "4200", "Erlöse"),
            new ChartEntry(LedgerAccount.REVENUE, " 19", "4400", "Erlöse 19 % USt", true, true),
            new ChartEntry(LedgerAccount.REVENUE, " 7", "4300", "Erlöse 7 % USt", true, true),
            entry(LedgerAccount.TAX_PAYABLE, "3800", "Umsatzsteuer"),
            new ChartEntry(LedgerAccount.TAX_PAYABLE, " 19", "3806", "Umsatzsteuer 19 %", false, true),
            new ChartEntry(LedgerAccount.TAX_PAYABLE, " 7", "3801", "Umsatzsteuer 7 %", false, true),
            entry(LedgerAccount.BANK, "1800", "Bank"),
            entry(LedgerAccount.DEFERRED_REVENUE, "3900", "Passive Rechnungsabgrenzung"),
            entry(LedgerAccount.WRITE_OFF, "6930", "Forderungsverluste"),
            new ChartEntry(LedgerAccount.WRITE_OFF, " 19", "6936", "Forderungsverluste 19 % USt", true, true),
            new ChartEntry(LedgerAccount.WRITE_OFF, " 7", "6931", "Forderungsverluste 7 % USt", true, true),
            entry(LedgerAccount.DEPOSITS, "3550", "Erhaltene Kautionen"),
            entry(LedgerAccount.PREPAID, "3501", "Prepaid-Guthaben"),
            entry(LedgerAccount.VOUCHERS, "3502", "Ausgegebene Gutscheine"),
            entry(LedgerAccount.BREAKAGE, "4830", "Sonstige betriebliche Erträge"),
            entry(LedgerAccount.OPENING_BALANCE, "9000", "Saldenvorträge, Sachkonten"),
            entry(LedgerAccount.PAYOUTS, "1460", "Geldtransit"));

    private final Map<String, ChartEntry> own = new LinkedHashMap<>();
    private final List<ChartEntry> defaults;

    /**
     * @param country ISO 3166-1 alpha-2
     * @param own the tenant's entries
     */
    public ChartOfAccounts(String country, Collection<ChartEntry> own) {
        this.defaults = "DE".equals(country) ? SKR04 : GENERIC;
        own.forEach(entry -> this.own.put(key(entry.account(), entry.taxKey()), entry));
    }

    /**
     * The entry for what was booked: the tenant's for this tax key, else his for the account, else the country's,
     * where one that fits the rate goes first.
     *
     * @param taxKey null or empty where no tax is involved
     */
    public ChartEntry entry(LedgerAccount account, String taxKey) {
        String wanted = taxKey == null ? "" : taxKey;
        ChartEntry found = own.getOrDefault(key(account, wanted), own.get(key(account, "")));
        if (found != null) {
            return found;
        }
        return defaults.stream()
                .filter(each -> each.account() == account)
                .filter(each -> each.taxKey().isEmpty() || wanted.endsWith(each.taxKey()))
                .max(Comparator.comparing(each -> each.taxKey().length()))
                .orElseThrow();
    }

    /**
     * What finance edits: every account, and for those that may differ by tax an entry for each key in use and each
     * of its own.
     */
    public List<ChartEntry> entries(Collection<String> taxKeysInUse) {
        List<ChartEntry> entries = new ArrayList<>();
        for (LedgerAccount account : LedgerAccount.values()) {
            entries.add(under(account, ""));
            if (account.isByTax()) {
                TreeSet<String> keys = new TreeSet<>(taxKeysInUse);
                own.values().stream()
                        .filter(each -> each.account() == account)
                        .forEach(each -> keys.add(each.taxKey()));
                keys.remove("");
                keys.forEach(taxKey -> entries.add(under(account, taxKey)));
            }
        }
        return entries;
    }

    private ChartEntry under(LedgerAccount account, String taxKey) {
        ChartEntry used = entry(account, taxKey);
        boolean isOwn = own.containsKey(key(account, taxKey));
        return new ChartEntry(account, taxKey, used.number(), used.name(), used.isAutomatic(), !isOwn);
    }

    private static String key(LedgerAccount account, String taxKey) {
        return account.wire() + "\n" + taxKey;
    }

    private static ChartEntry entry(LedgerAccount account, String number, String name) {
        return new ChartEntry(account, "", number, name, false, true);
    }
}
