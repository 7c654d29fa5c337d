package net.dotmac.system.walls;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.AccountBatchService;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.AccountOpening;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.CarriedDocument;
import net.dotmac.billing.CarriedDocumentService;
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportFile;
import net.dotmac.imports.ImportService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.OpeningBalanceService;
import net.dotmac.ledger.OpeningItem;
import net.dotmac.payments.CarriedMandate;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateBatchService;
import net.dotmac.payments.MandateData;

/** The files that a tenant brought from the system it left, and what a stranger might do with his customers. */
final class ImportLife {

    private static final String HEAD = "number,kind,name,cycleDay\n";

    private ImportLife() {}

    /** Applies a file, and leaves another that has a fault. */
    static void live(TwoTenants world, UUID tenant) {
        ImportDetails sound = upload(world, tenant, "customers", HEAD + "MOVED-1,household,Moved,1\n");
        world.as(tenant, () -> world.service(ImportService.class).apply(sound.id()));
        ImportDetails open = upload(
                world, tenant, "openingBalances", "customer,document,date,amount\nMOVED-1,OLD-1,2027-03-01,9.50\n");
        world.as(tenant, () -> world.service(ImportService.class).apply(open.id()));
        upload(world, tenant, "customers", HEAD + "MOVED-1,household,Moved,1\n,,,\nMOVED-2,robot,,1\n");
    }

    private static ImportDetails upload(TwoTenants world, UUID tenant, String kind, String csv) {
        return world.as(tenant, () -> world.service(ImportService.class)
                .upload(new ImportFile(kind, "old.csv", null, csv.getBytes(StandardCharsets.UTF_8))));
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("AccountBatchService.openAll: customer", () -> {
            world.service(AccountBatchService.class)
                    .openAll(List.of(new AccountOpening(
                            new BillingAccountData(
                                    null, "Theirs", foreign.get("customers.customer.id"), "NZD", 1, 14, null),
                            AccountDocuments.USUAL)));
            return null;
        });
        UUID account = foreign.get("billing.billing_account.id");
        Money amount = Money.of("5", "NZD");
        calls.put("CarriedDocumentService.carry: account", () -> {
            world.service(CarriedDocumentService.class)
                    .carry(List.of(new CarriedDocument(
                            Ids.next(), "THEIRS-1", account, false, TwoTenants.TODAY, TwoTenants.TODAY, amount)));
            return null;
        });
        calls.put("OpeningBalanceService.book: account", () -> {
            world.service(OpeningBalanceService.class)
                    .book(List.of(new OpeningItem(Ids.next(), account, true, amount, TwoTenants.TODAY)));
            return null;
        });
        calls.put("MandateBatchService.carry: account", () -> {
            world.service(MandateBatchService.class)
                    .carry(List.of(new CarriedMandate(
                            new MandateData(account, "THEIRS-1", null, null, TwoTenants.TODAY, debtor()), null)));
            return null;
        });
        return calls;
    }

    private static Debtor debtor() {
        return new Debtor("Theirs", null, null, null, "Bonn", "DE", "DE02120300000000202051", null);
    }
}
