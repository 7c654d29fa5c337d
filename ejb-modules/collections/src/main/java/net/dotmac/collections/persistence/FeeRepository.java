package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.Fee;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.Database;

/** Finds and keeps what cases charge. */
@ApplicationScoped
public class FeeRepository {

    private static final String FEE =
            "select id, case_id, billing_account_id, kind, amount_minor, currency, tax_category, "
                    + "tax_included, due_on, document_id, reason from collections.fee ";

    @Inject
    private Database database;

    /** Adds a fee; one with the same id is there already and stays. */
    public void add(Fee fee) {
        database.update(
                "insert into collections.fee (tenant_id, id, case_id, billing_account_id, kind, amount_minor, currency, "
                        + "tax_category, tax_included, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                CallContext.current().tenantId(),
                fee.id(),
                fee.caseId(),
                fee.billingAccountId(),
                fee.kind(),
                fee.amount().minor(),
                fee.amount().currency(),
                fee.taxCategory(),
                fee.taxIncluded(),
                fee.dueOn());
    }

    /** Fees without a document whose day has come, oldest first. */
    public List<UUID> waiting(LocalDate today, int atMost) {
        return database.list(
                "select id from collections.fee where document_id is null and due_on <= ? order by due_on, id limit ?",
                row -> row.getObject(1, UUID.class),
                today,
                atMost);
    }

    /** The fee, locked until the transaction ends; empty if it has its document or somebody else is at it. */
    public Optional<Fee> claim(UUID id) {
        return database.first(
                FEE + "where id = ? and document_id is null for update skip locked", FeeRepository::fee, id);
    }

    public void charged(UUID id, UUID documentId) {
        database.update("update collections.fee set document_id = ?, reason = null where id = ?", documentId, id);
    }

    public void failed(UUID id, String reason, LocalDate nextOn) {
        database.update(
                "update collections.fee set reason = ?, due_on = ? where id = ? and document_id is null",
                reason.substring(0, Math.min(reason.length(), 500)),
                nextOn,
                id);
    }

    public List<Fee> ofCase(UUID caseId) {
        return database.list(FEE + "where case_id = ? order by id", FeeRepository::fee, caseId);
    }

    /** The documents that charged an account for paying late. */
    public Set<UUID> lateFeeDocuments(UUID billingAccountId) {
        return database
                .list(
                        "select document_id from collections.fee where billing_account_id = ? and kind = 'lateFee' "
                                + "and document_id is not null",
                        row -> row.getObject(1, UUID.class),
                        billingAccountId)
                .stream()
                .collect(Collectors.toSet());
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return new Fee(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("billing_account_id", UUID.class),
                row.getString("kind"),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("tax_category"),
                row.getBoolean("tax_included"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("document_id", UUID.class),
                row.getString("reason"));
    }
}
