package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.Agreement;
import net.dotmac.collections.Dispute;
import net.dotmac.collections.Instalment;
import net.dotmac.collections.domain.Debt;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Finds and keeps promises, arrangements and disputes. */
@ApplicationScoped
public class AgreementRepository {

    private static final String AGREEMENT =
            "select id, billing_account_id, case_id, kind, state, currency, amount_minor, "
                    + "note, made_by, made_on, ended_on from collections.agreement ";
    private static final String DISPUTE = "select id, billing_account_id, invoice_id, reason, opened_by, opened_at, "
            + "resolved_by, resolved_at, resolution from collections.dispute ";

    @Inject
    private Database database;

    /** The agreement of an account that is not over yet; what is paid of it is not told. */
    public Optional<Agreement> active(UUID billingAccountId) {
        return agreements("where billing_account_id = ? and state = 'active'", billingAccountId).stream()
                .findFirst();
    }

    /** All agreements of a case, newest first; what is paid of them is not told. */
    public List<Agreement> ofCase(UUID caseId) {
        return agreements("where case_id = ? order by id desc", caseId);
    }

    private List<Agreement> agreements(String which, UUID id) {
        List<Agreement> found = database.list(AGREEMENT + which, row -> agreement(row, List.of()), id);
        Map<UUID, List<Instalment>> instalments = database
                .list(
                        "select agreement_id, due_on, amount_minor from collections.instalment "
                                + "where agreement_id = any(?) order by agreement_id, number",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Instalment(row.getObject(2, LocalDate.class), row.getLong(3))),
                        (Object) found.stream().map(Agreement::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return found.stream()
                .map(each -> with(each, 0, instalments.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Agreement agreement(ResultSet row, List<Instalment> instalments) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                row.getObject("billing_account_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getString("state"),
                row.getString("currency"),
                row.getLong("amount_minor"),
                0,
                row.getString("note"),
                row.getString("made_by"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                instalments);
    }

    private static Agreement with(Agreement each, long paidMinor, List<Instalment> instalments) {
        return new Agreement(
                each.id(),
                each.billingAccountId(),
                each.caseId(),
                each.kind(),
                each.state(),
                each.currency(),
                each.amountMinor(),
                paidMinor,
                each.note(),
                each.madeBy(),
                each.madeOn(),
                each.endedOn(),
                instalments);
    }

    /** The same with what was paid of it. */
    public Agreement paid(Agreement agreement, long paidMinor) {
        return with(agreement, paidMinor, agreement.instalments());
    }

    /** The documents an agreement was made on, with what was open of each then. */
    public Map<UUID, Long> covered(UUID agreementId) {
        return database
                .list(
                        "select document_id, open_minor from collections.covered_debt where agreement_id = ?",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        agreementId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void add(Agreement agreement, List<Debt> covered) {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                "insert into collections.agreement (tenant_id, id, billing_account_id, case_id, kind, state, currency, "
                        + "amount_minor, note, made_by, made_on) values (?, ?, ?, ?, ?, 'active', ?, ?, ?, ?, ?)",
                tenant,
                agreement.id(),
                agreement.billingAccountId(),
                agreement.caseId(),
                agreement.kind(),
                agreement.currency(),
                agreement.amountMinor(),
                agreement.note(),
                agreement.madeBy(),
                agreement.madeOn());
        for (int i = 0; i < agreement.instalments().size(); i++) {
            Instalment instalment = agreement.instalments().get(i);
            database.update(
                    "insert into collections.instalment (tenant_id, agreement_id, number, due_on, amount_minor) "
                            + "values (?, ?, ?, ?, ?)",
                    tenant,
                    agreement.id(),
                    i + 1,
                    instalment.dueOn(),
                    instalment.amountMinor());
        }
        for (Debt debt : covered) {
            database.update(
                    "insert into collections.covered_debt (tenant_id, agreement_id, document_id, open_minor) "
                            + "values (?, ?, ?, ?)",
                    tenant,
                    agreement.id(),
                    debt.documentId(),
                    debt.openMinor());
        }
    }

    public void end(UUID id, String state, LocalDate today) {
        database.update(
                "update collections.agreement set state = ?, ended_on = ? where id = ? and state = 'active'",
                state,
                today,
                id);
    }

    /** All disputes of an account, newest first. */
    public List<Dispute> disputes(UUID billingAccountId) {
        return database.list(
                DISPUTE + "where billing_account_id = ? order by id desc",
                AgreementRepository::dispute,
                billingAccountId);
    }

    /** @return false if the invoice is disputed already */
    public boolean add(Dispute dispute) {
        return database.update(
                        "insert into collections.dispute (tenant_id, id, billing_account_id, invoice_id, reason, opened_by, "
                                + "opened_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        CallContext.current().tenantId(),
                        dispute.id(),
                        dispute.billingAccountId(),
                        dispute.invoiceId(),
                        dispute.reason(),
                        dispute.openedBy(),
                        dispute.openedAt())
                > 0;
    }

    /** @return false if it was resolved before */
    public boolean resolve(UUID id, String resolution, Instant now) {
        return database.update(
                        "update collections.dispute set resolved_by = ?, resolved_at = ?, resolution = ? "
                                + "where id = ? and resolved_at is null",
                        CallContext.current().actor(),
                        now,
                        resolution,
                        id)
                > 0;
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                row.getObject("billing_account_id", UUID.class),
                row.getObject("invoice_id", UUID.class),
                row.getString("reason"),
                row.getString("opened_by"),
                Database.instant(row, "opened_at"),
                row.getString("resolved_by"),
                Database.instant(row, "resolved_at"),
                row.getString("resolution"));
    }
}
