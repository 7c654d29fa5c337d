package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.DraftLine;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Looks for charges that the key of the invoice lines would refuse, to find the one account that keeps a slice from being billed. */
@ApplicationScoped
public class CollisionReader {

    private static final String STAGE_KEY = "create temporary table if not exists billing_stage_key ("
            + "billing_account_id uuid, item_id uuid, kind text, period_start date, change_sequence integer) "
            + "on commit delete rows";

    @Inject
    private Database database;

    /** Accounts with a charge that is on a document already, though their marks don't say so. */
    Set<UUID> find(Map<DueAccount, List<InvoiceDraft>> drafts, Set<UUID> accounts) {
        CopyRows rows = new CopyRows();
        drafts.forEach((due, ofAccount) -> ofAccount.stream()
                .filter(Billable.class::isInstance)
                .map(Billable.class::cast)
                .flatMap(billable -> billable.lines().stream())
                .map(DraftLine::charge)
                .forEach(charge -> rows.add(
                        due.account().id(),
                        charge.itemId(),
                        charge.kind().wire(),
                        charge.period().start(),
                        charge.changeSequence())));
        database.update(STAGE_KEY);
        database.update("truncate billing_stage_key");
        database.copy("billing_stage_key", rows);
        database.update("analyze billing_stage_key");
        return new HashSet<>(database
                .list(
                        "select distinct k.billing_account_id from billing_stage_key k join billing.invoice_line l "
                                + "on l.tenant_id = ? and l.item_id = k.item_id and l.kind = k.kind "
                                + "and l.period_start = k.period_start and l.change_sequence = k.change_sequence "
                                + "and l.replaces = ?",
                        row -> row.getObject(1, UUID.class),
                        CallContext.current().tenantId(),
                        NewDocument.NOTHING_REPLACED)
                .stream()
                .filter(accounts::contains)
                .toList());
    }
}
