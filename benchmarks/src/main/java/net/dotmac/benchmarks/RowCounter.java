package net.dotmac.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of all tables, and those that were written since a moment. */
final class RowCounter {

    private static final String TABLES =
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                    + "where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema') "
                    + "and n.nspname not like 'copied%' order by 1";

    private final Connection superuser;
    private final long transaction;
    private final Map<String, Long> before = new TreeMap<>();

    /** Rows count as written from now on. */
    RowCounter(Connection superuser) throws SQLException {
        this.superuser = superuser;
        // Rows carry the low 32 bits; a young cluster never gets beyond them.
        this.transaction = number("select pg_current_xact_id()::text::bigint");
        for (String table : tables()) {
            before.put(table, number("select count(*) from " + table));
        }
    }

    /**
     * Rows of one table.
     *
     * @param added how many more there are
     * @param written how many are new or changed
     */
    record Written(String table, long added, long written) {}

    /** The condition that picks what was written. */
    String condition() {
        return "xmin::text::bigint > " + transaction;
    }

    /** What was written since, table by table, those without any left out. */
    List<Written> written() throws SQLException {
        List<Written> written = new ArrayList<>();
        for (String table : tables()) {
            long touched = number("select count(*) from " + table + " where " + condition());
            long added = number("select count(*) from " + table) - before.getOrDefault(table, 0L);
            if (touched > 0) {
                written.add(new Written(table, Math.max(0, added), touched));
            }
        }
        return written;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
