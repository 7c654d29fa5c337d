package net.dotmac.system.walls;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dotmac.kernel.Ids;

/**
 * Multiplies a tenant's rows over ten tenants of their own, so that PostgreSQL plans as it would for an installation that has
 * been used for years: a tenant's rows are many, and few of all.
 */
final class ManyRows {

    static final int TENANTS = 10;

    private static final int MANY = 50_000;
    private static final int FEWER = 10_000;

    private static final List<String> TABLES = List.of(
            "customers.customer",
            "customers.timeline_entry",
            "billing.billing_account",
            "billing.invoice",
            "billing.invoice_line",
            "billing.invoice_tax",
            "billing.carried_document",
            "billing.billing_run",
            "billing.billing_run_account",
            "billing.billing_run_exception",
            "collections.dunning_case",
            "catalog.offering",
            "catalog.offering_price",
            "catalog.specification",
            "identity.app_user",
            "identity.api_client",
            "ledger.held_money",
            "ledger.held_movement",
            "imports.data_import",
            "imports.import_fault",
            "imports.import_proof",
            "ledger.journal",
            "ledger.open_item",
            "ledger.allocation",
            "networking.alarm",
            "networking.alarm_comment",
            "networking.device",
            "networking.device_interface",
            "payments.bank_match",
            "payments.bank_statement",
            "payments.bank_transaction",
            "payments.credit_transfer",
            "payments.direct_debit",
            "payments.direct_debit_batch",
            "payments.mandate",
            "payments.payment",
            "prepaid.deposit",
            "prepaid.deposit_movement",
            "payments.payment_intent",
            "payments.payout",
            "payments.payout_batch",
            "prepaid.voucher_batch",
            "prepaid.voucher_redemption",
            "services.product",
            "services.product_order",
            "services.product_order_item",
            "services.service_instance",
            "services.subscription_item",
            "usage.radius_session",
            "usage.refused_record",
            "usage.usage_batch",
            "usage.usage_record");

    /** What there is one of for each customer or invoice, or more; of the others fewer rows show the same. */
    private static final Set<String> DRIVING = Set.of(
            "customers.customer",
            "billing.billing_account",
            "billing.invoice",
            "billing.invoice_line",
            "payments.bank_match",
            "payments.bank_transaction",
            "payments.payment",
            "services.product");

    /** Ids that are what they are in the row that is multiplied; of a match's payment and payout, only one may be there. */
    private static final Set<String> KEPT = Set.of("replaces", "payout_id");

    private final List<UUID> tenants =
            IntStream.range(0, TENANTS).mapToObj(each -> Ids.next()).toList();

    /** One of the ten. */
    UUID tenant() {
        return tenants.get(TENANTS / 2);
    }

    static List<String> tables() {
        return TABLES;
    }

    void write(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : TABLES) {
                statement.execute(multiplication(superuser, table));
            }
            statement.execute(
                    "insert into customers.customer_search (tenant_id, customer_id, words) select tenant_id, id, "
                            + "lower(concat_ws(' ', number, name, 'someone.' || i || '@example.org', '+43 660 ' || 1000000 + i, "
                            + "'43660' || 1000000 + i)) from (select c.*, row_number() over () as i from customers.customer c) c "
                            + "on conflict do nothing");
            // As autovacuum would in time: until then the planner shuns the index.
            statement.execute("select gin_clean_pending_list('customers.customer_search_by_words')");
            statement.execute("analyze");
        }
    }

    private String multiplication(Connection superuser, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet column = statement.executeQuery("select a.attname, format_type(a.atttypid, null), exists "
                        + "(select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique "
                        + "and a.attnum = any (i.indkey)) from pg_attribute a where a.attrelid = '" + table
                        + "'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''")) {
            while (column.next()) {
                columns.add(column.getString(1));
                values.add(value(column.getString(1), column.getString(2), column.getBoolean(3)));
            }
        }
        int rows = DRIVING.contains(table) ? MANY : FEWER;
        String array = tenants.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from (select t.*, row_number() over () as i, (array[" + array
                + "]::uuid[]) as tenants from generate_series(1, " + rows + ") g cross join lateral "
                + "(select * from " + table + " where tenant_id = '" + TwoTenants.OWNER + "' limit 1) t) s";
    }

    /** Unique columns differ in each row; ids of other things repeat every five hundred rows, times and days move on. */
    private static String value(String column, String type, boolean isUnique) {
        if (column.equals("tenant_id")) {
            return "tenants[1 + i % " + TENANTS + "]";
        } else if (column.equals("address")) {
            return "host('10.0.0.0'::inet + i)";
        } else if (column.equals("sha256")) {
            return "encode(sha256(i::text::bytea), 'hex')";
        } else if (isUnique && Set.of("end_to_end_id", "message_id").contains(column)) {
            return "'E' || i";
        } else if (type.equals("uuid")) {
            String id = isUnique ? "gen_random_uuid()" : "md5('" + column + "' || i % 500)::uuid";
            return KEPT.contains(column) ? column : id;
        } else if (type.equals("timestamp with time zone")) {
            return column + " + i * interval '1 minute'";
        } else if (type.equals("date")) {
            return column + " + (i % 1000)::int";
        } else if (isUnique && (type.equals("bigint") || type.equals("integer"))) {
            return "i";
        } else if (type.equals("text") && (isUnique && !column.equals("kind") || column.equals("name"))) {
            return column + " || '-' || i";
        }
        return column;
    }
}
