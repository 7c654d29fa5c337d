package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.domain.Mandate;

/** Keeps many mandates by few statements. */
@ApplicationScoped
public class MandateBulkWriter {

    private static final String COLUMNS =
            "id, billing_account_id, reference, scheme, sequence, signed_on, debtor_name, "
                    + "street, building, postcode, town, country, iban, bic, state, last_collected_on, created_at, created_by";

    private static final String STAGE = "create temporary table if not exists payments_stage_mandate (id uuid, "
            + "billing_account_id uuid, reference text, scheme text, sequence text, signed_on date, debtor_name text, "
            + "street text, building text, postcode text, town text, country char(2), iban text, bic text, state text, "
            + "last_collected_on date, created_at timestamptz, created_by text) on commit delete rows";

    private static final String ADD = "insert into payments.mandate (tenant_id, " + COLUMNS + ") select ?, " + COLUMNS
            + " from payments_stage_mandate on conflict do nothing";

    @Inject
    private Database database;

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    /** Those of the references that a mandate has, an ended one too. */
    public Set<String> references(Collection<String> references) {
        em.flush();
        return new HashSet<>(database.list(
                "select reference from payments.mandate where reference = any(?)", row -> row.getString(1), (Object)
                        references.toArray(String[]::new)));
    }

    /** Those of the accounts that have a mandate which stands. */
    public Set<UUID> standing(Collection<UUID> accounts) {
        em.flush();
        return new HashSet<>(database.list(
                "select billing_account_id from payments.mandate where billing_account_id = any(?) "
                        + "and state in ('active', 'suspended')",
                row -> row.getObject(1, UUID.class),
                (Object) accounts.toArray(UUID[]::new)));
    }

    /** Adds them; one that another stands in the way of is left out. @return how many were added */
    public int add(List<Mandate> mandates) {
        em.flush();
        CopyRows rows = new CopyRows();
        mandates.forEach(mandate -> stage(mandate, rows));
        database.update(STAGE);
        database.update("truncate payments_stage_mandate");
        database.copy("payments_stage_mandate", rows);
        return database.update(ADD, CallContext.current().tenantId());
    }

    private static void stage(Mandate mandate, CopyRows rows) {
        // Details mask the account; the whole one is the debtor's.
        MandateDetails details = mandate.details();
        Debtor debtor = mandate.debtor();
        rows.add(
                mandate.id(),
                details.billingAccountId(),
                details.reference(),
                details.scheme(),
                details.sequence(),
                details.signedOn(),
                debtor.name(),
                debtor.street(),
                debtor.building(),
                debtor.postcode(),
                debtor.town(),
                debtor.country(),
                debtor.iban(),
                debtor.bic(),
                details.state(),
                details.lastCollectedOn(),
                details.createdAt(),
                details.createdBy());
    }
}
