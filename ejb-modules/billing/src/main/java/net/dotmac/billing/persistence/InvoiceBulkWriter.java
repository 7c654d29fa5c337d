package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.DraftLine;
import net.dotmac.billing.domain.InvoiceDraft.NothingToBill;
import net.dotmac.billing.domain.SettlementPolicy;
import net.dotmac.billing.persistence.NewDocument.NewLine;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.LedgerService;
import net.dotmac.services.ProductService;

/**
 * Issues drafts as a set, in the caller's transaction: locks the accounts, leaves out those that were billed or changed since
 * they were read, writes documents, bookings and how far everything is charged, and moves the accounts on.
 */
@ApplicationScoped
public class InvoiceBulkWriter {

    private static final String STAGE_MARK = "create temporary table if not exists billing_stage_mark ("
            + "item_id uuid, charged_through date, change_sequence integer, carried text) on commit delete rows";

    @Inject
    private Database database;

    @Inject
    private CollisionReader collisions;

    @Inject
    private DocumentWriter documents;

    @Inject
    private LedgerService ledger;

    @Inject
    private ProductService products;

    /**
     * Issues what is billable of the drafts.
     *
     * @param drafts by account, in the order of their cycles
     * @param order when, and for which run
     */
    public Issued write(Map<DueAccount, List<InvoiceDraft>> drafts, IssueOrder order) {
        Set<UUID> unchanged = lockUnchanged(drafts.keySet());
        Set<UUID> collided = order.careful() ? collisions.find(drafts, unchanged) : Set.of();
        List<NewDocument> issued = new ArrayList<>();
        Map<UUID, ChargeMark> marks = new LinkedHashMap<>();
        Map<UUID, LocalDate> nextBillOn = new LinkedHashMap<>();
        drafts.forEach((due, ofAccount) -> {
            UUID id = due.account().id();
            if (unchanged.contains(id) && !collided.contains(id)) {
                for (InvoiceDraft draft : ofAccount) {
                    if (draft instanceof Billable billable) {
                        issued.add(document(billable, order));
                        billable.marks().forEach(mark -> marks.put(mark.itemId(), mark));
                        nextBillOn.put(id, billable.nextBillOn());
                    } else if (draft instanceof NothingToBill nothing) {
                        nothing.marks().forEach(mark -> marks.put(mark.itemId(), mark));
                        nextBillOn.put(id, nothing.nextBillOn());
                    }
                }
            }
        });
        saveMarks(marks);
        moveOn(nextBillOn);
        settle(drafts.keySet(), nextBillOn, marks);
        documents.write(issued);
        Set<UUID> changed = drafts.keySet().stream()
                .map(due -> due.account().id())
                .filter(id -> !unchanged.contains(id))
                .collect(Collectors.toSet());
        settleWithCredit(issued, order);
        return new Issued(
                issued.stream().map(NewDocument::id).toList(),
                issued.stream().map(NewDocument::accountId).collect(Collectors.toSet()),
                changed,
                collided);
    }

    /** Whoever locks first bills; the other finds the account moved on and leaves it out. */
    private Set<UUID> lockUnchanged(Set<DueAccount> accounts) {
        Map<UUID, DueAccount> byId = new HashMap<>();
        accounts.forEach(due -> byId.put(due.account().id(), due));
        Set<UUID> unchanged = new HashSet<>();
        database.list(
                "select id, version, next_bill_on from billing.billing_account where id = any(?) and state = 'active' "
                        + "order by id for update",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    DueAccount read = byId.get(id);
                    if (row.getInt(2) == read.version()
                            && row.getObject(3, LocalDate.class)
                                    .equals(read.account().nextBillOn())) {
                        unchanged.add(id);
                    }
                    return id;
                },
                (Object) byId.keySet().toArray(UUID[]::new));
        return unchanged;
    }

    private void saveMarks(Map<UUID, ChargeMark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows();
        marks.values()
                .forEach(mark -> rows.add(
                        mark.itemId(),
                        mark.chargedThrough(),
                        mark.changeSequence(),
                        ChargeMarkReader.written(mark.carried())));
        database.update(STAGE_MARK);
        database.update("truncate billing_stage_mark");
        database.copy("billing_stage_mark", rows);
        database.update(
                "insert into billing.charge_position (tenant_id, item_id, charged_through, change_sequence, carried) "
                        + "select ?, item_id, charged_through, change_sequence, carried::numeric[] from billing_stage_mark "
                        + "on conflict (tenant_id, item_id) do update set charged_through = excluded.charged_through, "
                        + "change_sequence = excluded.change_sequence, carried = excluded.carried",
                CallContext.current().tenantId());
    }

    /** Only of accounts that were billed now: the others' drafts came to nothing. */
    private void settle(Set<DueAccount> accounts, Map<UUID, LocalDate> nextBillOn, Map<UUID, ChargeMark> marks) {
        Map<UUID, LocalDate> settled = new HashMap<>();
        for (DueAccount due : accounts) {
            LocalDate next = nextBillOn.get(due.account().id());
            if (next != null) {
                settled.putAll(SettlementPolicy.settled(
                        due.account().items(),
                        item -> marks.getOrDefault(item, due.account().marks().get(item)),
                        next));
            }
        }
        CallContext.current().with("invoice.issue").run(() -> products.settleItems(settled));
    }

    /** One statement for each date, of which there are few, and none that reads more than the accounts it moves. */
    private void moveOn(Map<UUID, LocalDate> nextBillOn) {
        Map<LocalDate, List<UUID>> byDate = new TreeMap<>();
        nextBillOn.forEach((id, day) ->
                byDate.computeIfAbsent(day, date -> new ArrayList<>()).add(id));
        byDate.forEach((day, ids) -> database.update(
                "update billing.billing_account set next_bill_on = ? where id = any(?)",
                day,
                ids.toArray(UUID[]::new)));
    }

    /** Money that waits on an account pays its new invoice. */
    private void settleWithCredit(List<NewDocument> issued, IssueOrder order) {
        Set<UUID> accounts = issued.stream().map(NewDocument::accountId).collect(Collectors.toSet());
        if (!accounts.isEmpty()) {
            CallContext.current().with("ledger.book").run(() -> ledger.settleCredits(accounts, order.issuedOn()));
        }
    }

    private static NewDocument document(Billable draft, IssueOrder order) {
        boolean isInvoice = draft.kind() == DocumentKind.INVOICE;
        return new NewDocument(
                Ids.next(),
                draft.kind(),
                draft.account().id(),
                draft.account().number(),
                null,
                null,
                order.runId(),
                order.slice(),
                draft.cycleDate(),
                order.issuedOn(),
                isInvoice ? order.issuedOn().plusDays(draft.account().paymentTermDays()) : order.issuedOn(),
                draft.account().currency(),
                draft.account().treatment(),
                draft.account().billTo(),
                draft.lines().stream().map(InvoiceBulkWriter::line).toList(),
                draft.taxes());
    }

    private static NewLine line(DraftLine line) {
        var charge = line.charge();
        return new NewLine(
                charge.itemId(),
                charge.productId(),
                charge.kind(),
                charge.description(),
                charge.period(),
                charge.quantity(),
                charge.unitPrice(),
                charge.undiscounted(),
                charge.discount(),
                line.net(),
                line.tax(),
                charge.taxCategory(),
                line.taxed().percent(),
                charge.taxIncluded(),
                charge.changeSequence(),
                NewDocument.NOTHING_REPLACED,
                charge.usage());
    }

    /**
     * @param runId the run, or null for single accounts billed by hand
     * @param slice of the run, or null
     * @param issuedOn date of the documents
     * @param careful whether to look for charges made already before writing; the first try trusts the marks
     */
    public record IssueOrder(UUID runId, Integer slice, LocalDate issuedOn, boolean careful) {}

    /**
     * @param documentIds in the order of issue
     * @param billed accounts with a document
     * @param changed accounts left out, for somebody billed or changed them meanwhile
     * @param collided accounts left out, for a charge of theirs was made already
     */
    public record Issued(List<UUID> documentIds, Set<UUID> billed, Set<UUID> changed, Set<UUID> collided) {}
}
