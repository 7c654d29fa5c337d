package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.kernel.persistence.Database;

/** Reads invoices and accounts by numbers or ids, each by the index it has. */
@ApplicationScoped
public class QuotationReader {

    private static final String INVOICE =
            "select id, number, billing_account_id, currency from billing.invoice where kind <> 'creditNote' and ";

    /** What is to be paid of another system's documents is quoted as an invoice is. */
    private static final String CARRIED = " union all select id, number, billing_account_id, currency "
            + "from billing.carried_document where not is_credit and ";

    private static final String ACCOUNT =
            "select id, number, name, customer_id, currency from billing.billing_account where ";

    @Inject
    private Database database;

    public List<QuotedInvoice> invoices(Collection<String> numbers) {
        String[] quoted = numbers.toArray(String[]::new);
        return database.list(
                INVOICE + "number = any(?)" + CARRIED + "number = any(?)", QuotationReader::invoice, quoted, quoted);
    }

    public List<QuotedInvoice> invoicesById(Collection<UUID> ids) {
        UUID[] asked = ids.toArray(UUID[]::new);
        return database.list(INVOICE + "id = any(?)" + CARRIED + "id = any(?)", QuotationReader::invoice, asked, asked);
    }

    public List<QuotedAccount> accounts(Collection<String> numbers) {
        return database.list(
                ACCOUNT + "number = any(?)", QuotationReader::account, (Object) numbers.toArray(String[]::new));
    }

    public List<QuotedAccount> accountsById(Collection<UUID> ids) {
        return database.list(ACCOUNT + "id = any(?)", QuotationReader::account, (Object) ids.toArray(UUID[]::new));
    }

    public List<QuotedAccount> accountsOf(Collection<UUID> customerIds) {
        return database.list(
                ACCOUNT + "customer_id = any(?)", QuotationReader::account, (Object) customerIds.toArray(UUID[]::new));
    }

    private static QuotedInvoice invoice(ResultSet row) throws SQLException {
        return new QuotedInvoice(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getString(4));
    }

    private static QuotedAccount account(ResultSet row) throws SQLException {
        return new QuotedAccount(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5));
    }
}
