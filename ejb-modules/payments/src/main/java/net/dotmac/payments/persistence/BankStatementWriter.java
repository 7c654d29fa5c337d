package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.BankStatementDetails;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.BankFileStatement;
import net.dotmac.payments.domain.BankStatement;
import net.dotmac.payments.domain.MarkPolicy;

/** Keeps statements with their movements, each once. */
@ApplicationScoped
public class BankStatementWriter {

    private static final String COLUMNS =
            "id, line, mark, booked_on, value_on, amount_minor, currency, bank_reference, "
                    + "end_to_end_id, structured_reference, remittance, name, iban, is_reversal, return_reason, "
                    + "batch_reference";

    private static final String STAGE = "create temporary table if not exists payments_stage_movement (id uuid, "
            + "line integer, mark text, booked_on date, value_on date, amount_minor bigint, currency char(3), "
            + "bank_reference text, end_to_end_id text, structured_reference text, remittance text, name text, iban text, "
            + "is_reversal boolean, return_reason text, batch_reference text) on commit delete rows";

    @Inject
    private Database database;

    /**
     * Keeps a statement's head unless it is there already. Who hands in the same at the same moment waits here for
     * the first.
     *
     * @return whether it is new
     */
    public boolean add(BankStatement statement, Instant now) {
        BankStatementDetails told = statement.details(0);
        CallContext caller = CallContext.current();
        return database.update(
                        "insert into payments.bank_statement (tenant_id, id, account, statement_ref, format, file_sha256, "
                                + "content_sha256, currency, opening_minor, closing_minor, from_on, to_on, entries, known, "
                                + "imported_by, imported_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) "
                                + "on conflict (tenant_id, account, statement_ref) do nothing",
                        caller.tenantId(),
                        told.id(),
                        told.account(),
                        told.statementRef(),
                        told.format(),
                        told.fileSha256(),
                        statement.contentSha256(),
                        told.currency(),
                        told.openingMinor(),
                        told.closingMinor(),
                        told.fromOn(),
                        told.toOn(),
                        told.entries(),
                        caller.actor(),
                        now)
                == 1;
    }

    /**
     * Keeps a statement's movements but those that an earlier file had told, which are left as they are.
     *
     * @return how many those are
     */
    public int addMovements(UUID statementId, BankFileStatement told) {
        List<String> marks = MarkPolicy.marks(told.entries());
        CopyRows rows = new CopyRows();
        for (int i = 0; i < marks.size(); i++) {
            BankEntry entry = told.entries().get(i);
            rows.add(
                    Ids.next(),
                    entry.line(),
                    marks.get(i),
                    entry.bookedOn(),
                    entry.valueOn(),
                    entry.amountMinor(),
                    entry.currency(),
                    entry.bankReference(),
                    entry.endToEndId(),
                    entry.structuredReference(),
                    entry.remittance(),
                    entry.name(),
                    entry.iban(),
                    entry.isReversal(),
                    entry.returnReason(),
                    entry.batchReference());
        }
        database.update(STAGE);
        database.update("truncate payments_stage_movement");
        database.copy("payments_stage_movement (" + COLUMNS + ")", rows);
        int added = database.update(
                "insert into payments.bank_transaction (tenant_id, statement_id, account, state, " + COLUMNS
                        + ") select ?, ?, ?, 'new', " + COLUMNS + " from payments_stage_movement order by mark "
                        + "on conflict (tenant_id, account, mark) do nothing",
                CallContext.current().tenantId(),
                statementId,
                told.account());
        int known = marks.size() - added;
        database.update("update payments.bank_statement set known = ? where id = ?", known, statementId);
        return known;
    }
}
