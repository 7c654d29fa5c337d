package net.dotmac.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Faults.Reason;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.payments.CarriedMandate;
import net.dotmac.payments.MandateBatchService;

/** Goes through a file of mandates. */
final class MandatePass implements RowPass {

    private static final String EUR = "EUR";

    /** Columns by the names that payments have for them, where those differ. */
    private static final Map<String, String> COLUMN = Map.of("billingAccountId", "account", "name", "debtorName");

    private final AccountFinder accounts;
    private final MandateBatchService mandates;
    private final Map<String, Integer> lineOfReference = new HashMap<>();
    private final Map<UUID, Integer> lineOfAccount = new HashMap<>();
    private int written;

    MandatePass(AccountFinder accounts, MandateBatchService mandates) {
        this.accounts = accounts;
        this.mandates = mandates;
    }

    @Override
    public void check(List<CsvRow> rows, Faults faults) {
        List<MandateRow> read = new ArrayList<>();
        List<CarriedMandate> found = carried(rows, read, faults);
        for (int i = 0; i < found.size(); i++) {
            MandateRow row = read.get(i);
            String reference = row.data().reference().toUpperCase(Locale.ROOT);
            once(lineOfReference, reference, row, "reference", faults);
            once(lineOfAccount, found.get(i).data().billingAccountId(), row, "customer", faults);
        }
        for (Refusal each : mandates.check(found)) {
            CsvRow row = read.get(each.position()).row();
            String column = each.attribute() == null ? null : COLUMN.getOrDefault(each.attribute(), each.attribute());
            faults.add(
                    row.line(),
                    column,
                    column == null ? "" : row.get(column),
                    each.isTaken() ? Reason.TAKEN : Reason.REFUSED,
                    each.message());
        }
    }

    private static <K> void once(Map<K, Integer> lines, K key, MandateRow row, String column, Faults faults) {
        int line = row.row().line();
        Integer before = lines.putIfAbsent(key, line);
        if (before != null) {
            faults.add(
                    line,
                    column,
                    row.row().get(column),
                    Reason.TWICE,
                    "One mandate for each account, with a reference of its own; line " + before + " has it.");
        }
    }

    /** @param read takes the row of each mandate that is returned */
    private List<CarriedMandate> carried(List<CsvRow> rows, List<MandateRow> read, Faults faults) {
        List<MandateRow> sound = rows.stream()
                .map(row -> MandateRow.read(row, faults))
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<QuotedAccount>> found =
                accounts.byCustomer(sound.stream().map(MandateRow::customer).collect(Collectors.toSet()));
        List<CarriedMandate> carried = new ArrayList<>();
        for (MandateRow row : sound) {
            AccountFinder.Wanted wanted =
                    new AccountFinder.Wanted(row.row().line(), row.customer(), row.account(), EUR);
            QuotedAccount account = wanted.among(found.get(row.customer()), faults);
            if (account != null) {
                read.add(row);
                carried.add(row.of(account.id()));
            }
        }
        return carried;
    }

    @Override
    public void write(List<CsvRow> rows) {
        List<MandateRow> read = new ArrayList<>();
        mandates.carry(carried(rows, read, new Faults()));
        written += read.size();
    }

    @Override
    public List<ImportProof> proof() {
        return List.of(new ImportProof("rows", null, null, written, 0));
    }
}
