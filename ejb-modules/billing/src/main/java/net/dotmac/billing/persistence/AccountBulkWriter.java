package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Opens many billing accounts by few statements. */
@ApplicationScoped
public class AccountBulkWriter {

    private static final String COLUMNS = "id, number, name, customer_id, currency, cycle_day, next_bill_on, state, "
            + "payment_term_days, tax_treatment, buyer_reference, purchase_order, endpoint_scheme, endpoint, e_invoice, "
            + "created_at, updated_at";

    private static final String STAGE = "create temporary table if not exists billing_stage_account (id uuid, "
            + "number text, name text, customer_id uuid, currency char(3), cycle_day integer, next_bill_on date, "
            + "state text, payment_term_days integer, tax_treatment text, buyer_reference text, purchase_order text, "
            + "endpoint_scheme text, endpoint text, e_invoice text, created_at timestamptz, updated_at timestamptz) "
            + "on commit delete rows";

    private static final String ADD = "insert into billing.billing_account (tenant_id, " + COLUMNS + ") select ?, "
            + COLUMNS + " from billing_stage_account on conflict (tenant_id, number) do nothing";

    @Inject
    private Database database;

    @PersistenceContext(unitName = "billing")
    private EntityManager em;

    /** Those of the numbers that an account has. */
    public Set<String> taken(Collection<String> numbers) {
        em.flush();
        return database
                .list(
                        "select number from billing.billing_account where number = any(?)",
                        row -> row.getString(1),
                        (Object) numbers.toArray(String[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Adds them; one whose number is taken is left out. @return how many were added */
    public int add(List<BillingAccountDetails> accounts) {
        em.flush();
        CopyRows rows = new CopyRows();
        accounts.forEach(account -> stage(account, rows));
        database.update(STAGE);
        database.update("truncate billing_stage_account");
        database.copy("billing_stage_account", rows);
        return database.update(ADD, CallContext.current().tenantId());
    }

    private static void stage(BillingAccountDetails account, CopyRows rows) {
        AccountDocuments documents = account.documents();
        rows.add(
                account.id(),
                account.number(),
                account.name(),
                account.customerId(),
                account.currency(),
                account.cycleDay(),
                account.nextBillOn(),
                account.state(),
                account.paymentTermDays(),
                account.taxTreatment(),
                documents.buyerReference(),
                documents.purchaseOrder(),
                documents.electronicAddressScheme(),
                documents.electronicAddress(),
                documents.eInvoice(),
                account.createdAt(),
                account.updatedAt());
    }
}
