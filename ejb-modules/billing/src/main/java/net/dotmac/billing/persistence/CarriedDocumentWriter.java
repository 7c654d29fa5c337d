package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dotmac.billing.CarriedDocument;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Keeps open documents of another system, many by few statements. */
@ApplicationScoped
public class CarriedDocumentWriter {

    private static final String COLUMNS =
            "id, number, billing_account_id, is_credit, issued_on, due_on, open_minor, currency";

    private static final String STAGE =
            "create temporary table if not exists billing_stage_carried (id uuid, number text, "
                    + "billing_account_id uuid, is_credit boolean, issued_on date, due_on date, open_minor bigint, "
                    + "currency char(3)) on commit delete rows";

    private static final String ADD = "insert into billing.carried_document (tenant_id, " + COLUMNS + ") select ?, "
            + COLUMNS + " from billing_stage_carried on conflict (tenant_id, number) do nothing";

    @Inject
    private Database database;

    /** Those of the numbers that a document has, of ours or carried over. */
    public Set<String> taken(Collection<String> numbers) {
        String[] asked = numbers.toArray(String[]::new);
        return database
                .list(
                        "select number from billing.invoice where number = any(?) union all "
                                + "select number from billing.carried_document where number = any(?)",
                        row -> row.getString(1),
                        asked,
                        asked)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Adds them; one whose number is taken by another carried over is left out. @return how many were added */
    public int add(List<CarriedDocument> documents) {
        CopyRows rows = new CopyRows();
        for (CarriedDocument each : documents) {
            rows.add(
                    each.id(),
                    each.number(),
                    each.billingAccountId(),
                    each.isCredit(),
                    each.issuedOn(),
                    each.dueOn(),
                    each.open().minor(),
                    each.open().currency());
        }
        database.update(STAGE);
        database.update("truncate billing_stage_carried");
        database.copy("billing_stage_carried", rows);
        return database.update(ADD, CallContext.current().tenantId());
    }
}
