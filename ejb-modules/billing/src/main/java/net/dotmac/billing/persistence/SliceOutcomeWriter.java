package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.dotmac.billing.domain.BlockReason;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.Blocked;
import net.dotmac.billing.domain.InvoiceDraft.NothingToBill;
import net.dotmac.billing.persistence.BillingRunRepository.Slice;
import net.dotmac.billing.persistence.BillingRunRepository.SliceResult;
import net.dotmac.billing.persistence.InvoiceBulkWriter.Issued;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Writes what became of each account of a slice: exceptions, outcomes, totals. */
@ApplicationScoped
public class SliceOutcomeWriter {

    private static final String STAGE_ACCOUNT = "create temporary table if not exists billing_stage_run_account ("
            + "billing_account_id uuid, cycle_date date, account_number text, outcome text, currency char(3), "
            + "net_minor bigint, tax_minor bigint, gross_minor bigint) on commit delete rows";
    private static final String STAGE_EXCEPTION = "create temporary table if not exists billing_stage_exception ("
            + "billing_account_id uuid, cycle_date date, account_number text, account_name text, customer_id uuid, "
            + "reason text, detail text) on commit delete rows";

    @Inject
    private Database database;

    /** @param issued what was issued of the drafts; for a preview everything billable counts */
    public SliceResult write(Slice slice, Map<DueAccount, List<InvoiceDraft>> drafts, Issued issued) {
        Tally tally = new Tally(slice, issued);
        drafts.forEach(tally::add);
        store(slice, tally);
        resolveExceptions(issued.billed());
        int missing = slice.accounts() - drafts.size();
        return new SliceResult(
                tally.billed,
                tally.nothing,
                tally.blocked,
                tally.changed + Math.max(0, missing),
                issued.documentIds().isEmpty() ? null : issued.documentIds().get(0),
                issued.documentIds().isEmpty()
                        ? null
                        : issued.documentIds().get(issued.documentIds().size() - 1));
    }

    private void store(Slice slice, Tally tally) {
        UUID tenant = CallContext.current().tenantId();
        if (tally.accounts.size() > 0) {
            database.update(STAGE_ACCOUNT);
            database.update("truncate billing_stage_run_account");
            database.copy("billing_stage_run_account", tally.accounts);
            database.update(
                    "insert into billing.billing_run_account (tenant_id, run_id, billing_account_id, cycle_date, "
                            + "account_number, outcome, currency, net_minor, tax_minor, gross_minor) "
                            + "select ?, ?, s.* from billing_stage_run_account s",
                    tenant,
                    slice.runId());
        }
        if (tally.exceptions.size() > 0) {
            database.update(STAGE_EXCEPTION);
            database.update("truncate billing_stage_exception");
            database.copy("billing_stage_exception", tally.exceptions);
            database.update(
                    "insert into billing.billing_run_exception (tenant_id, run_id, billing_account_id, cycle_date, "
                            + "account_number, account_name, customer_id, reason, detail) "
                            + "select ?, ?, s.* from billing_stage_exception s",
                    tenant,
                    slice.runId());
        }
        tally.totals.forEach((currency, sums) -> database.update(
                "insert into billing.billing_run_total (tenant_id, run_id, slice, currency, documents, net_minor, "
                        + "tax_minor, gross_minor) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                slice.runId(),
                slice.number(),
                currency,
                (int) sums[0],
                sums[1],
                sums[2],
                sums[3]));
    }

    /** Whoever is billed now is no exception any more, in whichever run he was one. */
    private void resolveExceptions(Set<UUID> billed) {
        if (!billed.isEmpty()) {
            database.update(
                    "update billing.billing_run_exception set state = 'resolved', resolved_at = now() "
                            + "where billing_account_id = any(?) and state = 'open'",
                    (Object) billed.toArray(UUID[]::new));
        }
    }

    /** Counts the accounts of one slice and gathers its rows. */
    private static final class Tally {
        private final Slice slice;
        private final Issued issued;
        private final CopyRows accounts = new CopyRows();
        private final CopyRows exceptions = new CopyRows();
        private final Map<String, long[]> totals = new TreeMap<>();
        private int billed;
        private int nothing;
        private int blocked;
        private int changed;

        Tally(Slice slice, Issued issued) {
            this.slice = slice;
            this.issued = issued;
        }

        void add(DueAccount due, List<InvoiceDraft> drafts) {
            UUID id = due.account().id();
            if (issued.changed().contains(id)) {
                changed++;
                addAccount(drafts.get(0), "changedMeanwhile");
                return;
            }
            if (issued.collided().contains(id)) {
                blocked++;
                addException(
                        due,
                        drafts.get(0),
                        BlockReason.ALREADY_CHARGED,
                        "A charge of this period is on a document already, though the account says otherwise. "
                                + "Check whether its items or its cycle day were changed.");
                return;
            }
            InvoiceDraft last = drafts.get(drafts.size() - 1);
            boolean isBilled = false;
            for (InvoiceDraft draft : drafts) {
                if (draft instanceof Billable billable) {
                    isBilled = true;
                    addTotal(billable);
                    if (slice.isPreview()) {
                        addBilled(billable);
                    }
                } else if (draft instanceof NothingToBill) {
                    addAccount(draft, "nothingToBill");
                }
            }
            if (last instanceof Blocked stopped) {
                blocked++;
                addException(due, stopped, stopped.reason(), stopped.detail());
            } else if (isBilled) {
                billed++;
            } else {
                nothing++;
            }
        }

        private void addTotal(Billable draft) {
            long[] sums = totals.computeIfAbsent(draft.account().currency(), currency -> new long[4]);
            sums[0]++;
            sums[1] = Math.addExact(sums[1], draft.net());
            sums[2] = Math.addExact(sums[2], draft.tax());
            sums[3] = Math.addExact(sums[3], draft.gross());
        }

        private void addBilled(Billable draft) {
            accounts.add(
                    draft.account().id(),
                    draft.cycleDate(),
                    draft.account().number(),
                    "billed",
                    draft.account().currency(),
                    draft.net(),
                    draft.tax(),
                    draft.gross());
        }

        private void addAccount(InvoiceDraft draft, String outcome) {
            accounts.add(
                    draft.account().id(),
                    draft.cycleDate(),
                    draft.account().number(),
                    outcome,
                    draft.account().currency(),
                    0L,
                    0L,
                    0L);
        }

        private void addException(DueAccount due, InvoiceDraft draft, BlockReason reason, String detail) {
            addAccount(draft, "blocked");
            exceptions.add(
                    due.account().id(),
                    draft.cycleDate(),
                    due.account().number(),
                    due.name(),
                    due.customerId(),
                    reason.wire(),
                    detail);
        }
    }
}
