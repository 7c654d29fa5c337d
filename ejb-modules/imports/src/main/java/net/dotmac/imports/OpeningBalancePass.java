package net.dotmac.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dotmac.billing.CarriedDocument;
import net.dotmac.billing.CarriedDocumentService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.imports.ControlAccounts.Key;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Faults.Reason;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Refusal;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.ledger.LedgerAccount;

/** Goes through a file of open documents, and proves that the ledger moved by just their sums. */
final class OpeningBalancePass implements RowPass {

    private final AccountFinder accounts;
    private final CarriedDocumentService documents;
    private final ControlAccounts books;
    private final OpeningBalanceRow.Reading reading;
    private final Map<String, Integer> lineOfDocument = new HashMap<>();
    private final Map<Key, Sum> sums = new TreeMap<>();
    private final Map<String, Map<String, Sum>> byCustomer = new TreeMap<>();
    private Map<Key, Long> before;
    private int written;

    OpeningBalancePass(
            AccountFinder accounts,
            CarriedDocumentService documents,
            ControlAccounts books,
            OpeningBalanceRow.Reading reading) {
        this.accounts = accounts;
        this.documents = documents;
        this.books = books;
        this.reading = reading;
    }

    /** How many rows, and debits less credits in minor units. */
    private record Sum(int rows, long minor) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(long more) {
            return new Sum(rows + 1, Math.addExact(minor, more));
        }
    }

    @Override
    public void check(List<CsvRow> rows, Faults faults) {
        for (CsvRow row : rows) {
            String number = row.get("document");
            Integer earlier = number.isEmpty() ? null : lineOfDocument.putIfAbsent(number, row.line());
            if (earlier != null) {
                faults.add(
                        row.line(),
                        "document",
                        number,
                        Reason.TWICE,
                        "A number of its own; line " + earlier + " has it.");
            }
        }
        List<OpeningBalanceRow> read = new ArrayList<>();
        List<CarriedDocument> found = carried(rows, read, faults);
        for (Refusal each : documents.check(found)) {
            OpeningBalanceRow row = read.get(each.position());
            faults.add(
                    row.row().line(),
                    "document",
                    row.document(),
                    each.isTaken() ? Reason.TAKEN : Reason.REFUSED,
                    each.message());
        }
    }

    /** @param read takes the row of each document that is returned */
    private List<CarriedDocument> carried(List<CsvRow> rows, List<OpeningBalanceRow> read, Faults faults) {
        List<OpeningBalanceRow> sound = rows.stream()
                .map(row -> OpeningBalanceRow.read(row, reading, faults))
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<QuotedAccount>> found = accounts.byCustomer(
                sound.stream().map(OpeningBalanceRow::customer).collect(Collectors.toSet()));
        List<CarriedDocument> carried = new ArrayList<>();
        for (OpeningBalanceRow row : sound) {
            QuotedAccount account = new AccountFinder.Wanted(
                            row.row().line(),
                            row.customer(),
                            row.account(),
                            row.amount().currency())
                    .among(found.get(row.customer()), faults);
            if (account != null) {
                read.add(row);
                carried.add(new CarriedDocument(
                        Ids.next(),
                        row.document(),
                        account.id(),
                        row.isCredit(),
                        row.date(),
                        row.dueDate(),
                        row.amount()));
            }
        }
        return carried;
    }

    @Override
    public void write(List<CsvRow> rows) {
        if (before == null) {
            before = books.balances();
        }
        List<OpeningBalanceRow> read = new ArrayList<>();
        documents.carry(carried(rows, read, new Faults()));
        for (OpeningBalanceRow row : read) {
            written++;
            String currency = row.amount().currency();
            long signed = row.isCredit() ? -row.amount().minor() : row.amount().minor();
            LedgerAccount side = row.isCredit() ? LedgerAccount.CUSTOMER_CREDIT : LedgerAccount.RECEIVABLES;
            sums.merge(new Key(side, currency), Sum.NONE.plus(signed), (sum, one) -> sum.plus(one.minor()));
            byCustomer
                    .computeIfAbsent(row.customer(), customer -> new TreeMap<>())
                    .merge(currency, Sum.NONE.plus(signed), (sum, one) -> sum.plus(one.minor()));
        }
    }

    /** @throws IllegalStateException if the ledger did not move by the sums of the file; then nothing is kept */
    @Override
    public List<ImportProof> proof() {
        Map<Key, Long> after = books.balances();
        requireTie(after);
        List<ImportProof> proof = new ArrayList<>();
        proof.add(new ImportProof("rows", null, null, written, 0));
        sums.forEach((key, sum) ->
                proof.add(new ImportProof("file", key.account().wire(), key.currency(), sum.rows(), sum.minor())));
        after.forEach((key, balance) -> {
            proof.add(new ImportProof("before", key.account().wire(), key.currency(), 0, before.getOrDefault(key, 0L)));
            proof.add(new ImportProof("after", key.account().wire(), key.currency(), 0, balance));
        });
        byCustomer.forEach((customer, each) -> each.forEach((currency, sum) ->
                proof.add(new ImportProof("customer", customer, currency, sum.rows(), sum.minor()))));
        return proof;
    }

    private void requireTie(Map<Key, Long> after) {
        Map<String, Long> total = new TreeMap<>();
        sums.forEach((key, sum) -> {
            requireMoved(key, after, sum.minor());
            total.merge(key.currency(), sum.minor(), Math::addExact);
        });
        total.forEach((currency, sum) -> requireMoved(new Key(LedgerAccount.OPENING_BALANCE, currency), after, -sum));
    }

    private void requireMoved(Key key, Map<Key, Long> after, long sum) {
        long moved = Math.subtractExact(after.getOrDefault(key, 0L), before.getOrDefault(key, 0L));
        if (moved != sum) {
            throw new IllegalStateException(
                    key + " moved by " + moved + " while the file's sum is " + sum + "; nothing was kept");
        }
    }
}
