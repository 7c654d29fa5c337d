package net.dotmac.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.dotmac.billing.AccountBatchService;
import net.dotmac.customers.CustomerBatchService;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Faults.Reason;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.platform.Tenant;

/** Goes through a file of customers. */
final class CustomerPass implements RowPass {

    /** Columns by the names that the domains have for them, where those differ. */
    private static final Map<String, String> OF_CUSTOMER = Map.of("engagedParty.id", "partyId");

    private static final Map<String, String> OF_ACCOUNT = Map.of("number", "accountNumber", "name", "accountName");

    private final CustomerBatchService customers;
    private final AccountBatchService accounts;
    private final Tenant tenant;
    private final Map<String, Integer> lineOfNumber = new HashMap<>();
    private final Map<String, Integer> lineOfAccount = new HashMap<>();
    private final Map<String, Integer> byKind = new TreeMap<>();
    private final Map<String, Integer> byCurrency = new TreeMap<>();
    private int written;

    CustomerPass(CustomerBatchService customers, AccountBatchService accounts, Tenant tenant) {
        this.customers = customers;
        this.accounts = accounts;
        this.tenant = tenant;
    }

    @Override
    public void check(List<CsvRow> rows, Faults faults) {
        rows.forEach(row -> {
            once(lineOfNumber, row, "number", faults);
            once(lineOfAccount, row, "accountNumber", faults);
        });
        List<CustomerRow> read = read(rows, faults);
        tell(customers.check(read.stream().map(CustomerRow::customer).toList()), read, OF_CUSTOMER, faults);
        tell(accounts.check(read.stream().map(CustomerRow::account).toList()), read, OF_ACCOUNT, faults);
    }

    private static void once(Map<String, Integer> lines, CsvRow row, String column, Faults faults) {
        String number = row.get(column);
        Integer before = number.isEmpty() ? null : lines.putIfAbsent(number, row.line());
        if (before != null) {
            faults.add(row.line(), column, number, Reason.TWICE, "A number of its own; line " + before + " has it.");
        }
    }

    private static void tell(
            List<Refusal> refused, List<CustomerRow> read, Map<String, String> columns, Faults faults) {
        for (Refusal each : refused) {
            CsvRow row = read.get(each.position()).row();
            String column = each.attribute() == null ? null : columns.getOrDefault(each.attribute(), each.attribute());
            faults.add(
                    row.line(),
                    column,
                    column == null ? "" : row.get(column),
                    each.isTaken() ? Reason.TAKEN : Reason.REFUSED,
                    each.message());
        }
    }

    private List<CustomerRow> read(List<CsvRow> rows, Faults faults) {
        return rows.stream()
                .map(row -> CustomerRow.read(row, tenant, faults))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void write(List<CsvRow> rows) {
        List<CustomerRow> read = read(rows, new Faults());
        Map<String, UUID> ids =
                customers.addAll(read.stream().map(CustomerRow::customer).toList());
        accounts.openAll(read.stream()
                .map(row -> row.accountOf(ids.get(row.customer().number())))
                .toList());
        for (CustomerRow row : read) {
            written++;
            byKind.merge(row.customer().kind().wire(), 1, Integer::sum);
            byCurrency.merge(row.account().data().currency(), 1, Integer::sum);
        }
    }

    @Override
    public List<ImportProof> proof() {
        List<ImportProof> proof = new ArrayList<>();
        proof.add(new ImportProof("rows", null, null, written, 0));
        byKind.forEach((kind, count) -> proof.add(new ImportProof("kind", kind, null, count, 0)));
        byCurrency.forEach((currency, count) -> proof.add(new ImportProof("accounts", null, currency, count, 0)));
        return proof;
    }
}
