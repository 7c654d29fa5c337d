package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.domain.BankFileStatement;
import net.dotmac.payments.domain.BankStatement;
import net.dotmac.payments.domain.Camt053Parser;
import net.dotmac.payments.domain.CsvLayout;
import net.dotmac.payments.domain.CsvStatementParser;
import net.dotmac.payments.domain.MarkPolicy;
import net.dotmac.payments.persistence.BankRepository;
import net.dotmac.payments.persistence.BankStatementWriter;

/** Takes in what banks write. Matching comes after that: see {@link BankPostingService}. */
@Stateless
@Interceptors(CallInterceptor.class)
public class BankStatementService {

    private static final int MOST_BYTES = 10_000_000;

    @Inject
    private BankRepository repository;

    @Inject
    private BankStatementWriter writer;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Takes in a bank's file, whole or not at all. What came before, as a statement or as single movements of another
     * file, changes nothing.
     *
     * @return its statements, also those that came before
     * @throws DomainException {@code bank-file-refused} naming every bad row; {@code bank-statement-differs} if the
     *     bank's id of a statement came before with another content; {@code invalid-value} for a CSV file's layout
     */
    @Requires("bank.write")
    public List<BankStatementDetails> take(BankFile file) {
        String hash = MarkPolicy.sha256(file.content());
        List<BankStatementDetails> taken = new ArrayList<>();
        for (BankFileStatement told : parse(file)) {
            taken.add(keep(new BankStatement(Ids.next(), told, file.format(), hash), told));
        }
        return taken;
    }

    @Requires("bank.read")
    public BankStatementDetails get(UUID id) {
        BankStatement statement =
                repository.statement(id).orElseThrow(() -> DomainException.notFound("bank statement", id));
        return details(List.of(statement)).get(0);
    }

    @Requires("bank.read")
    public Page<BankStatementDetails> list(Query query) {
        Page<BankStatement> page = repository.statements(query);
        return new Page<>(details(page.rows()), page.total());
    }

    private static List<BankFileStatement> parse(BankFile file) {
        if (file.content().length == 0 || file.content().length > MOST_BYTES) {
            throw new DomainException(
                    PaymentProblem.FILE_REFUSED,
                    "The file has " + file.content().length + " bytes, expected 1 to " + MOST_BYTES + ".");
        }
        if (file.format().equals(BankFile.CAMT)) {
            return Camt053Parser.parse(file.content());
        }
        return CsvStatementParser.parse(
                file.content(), new CsvLayout(file.account(), file.currency(), file.dateFormat(), file.columns()));
    }

    private BankStatementDetails keep(BankStatement statement, BankFileStatement told) {
        if (!writer.add(statement, clock.now())) {
            BankStatement first = repository.same(statement).orElseThrow();
            if (!first.hasContentOf(statement)) {
                throw new DomainException(
                        PaymentProblem.STATEMENT_DIFFERS,
                        "Statement " + statement.statementRef() + " of " + statement.account()
                                + " came before with another content. Nothing was imported; ask the bank which is right.");
            }
            return details(List.of(first)).get(0);
        }
        int known = writer.addMovements(statement.id(), told);
        int added = told.entries().size() - known;
        audit.record(
                "bankStatement.imported",
                "bankStatement",
                statement.id(),
                Map.of("account", statement.account(), "statementRef", statement.statementRef(), "added", added));
        outbox.record(
                "payments.statements.imported.v1",
                statement.id().toString(),
                Map.of(
                        "statementId", statement.id().toString(),
                        "account", statement.account(),
                        "entries", told.entries().size(),
                        "known", known));
        return details(List.of(repository.statement(statement.id()).orElseThrow()))
                .get(0);
    }

    private List<BankStatementDetails> details(List<BankStatement> statements) {
        Map<UUID, Integer> waiting =
                repository.waiting(statements.stream().map(BankStatement::id).toList());
        return statements.stream()
                .map(each -> each.details(waiting.getOrDefault(each.id(), 0)))
                .toList();
    }
}
