package net.dotmac.services.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;

/** Reads subscription items in bulk, by plain SQL: a billing run reads thousands at a time. */
@ApplicationScoped
public class SubscriptionItemReader {

    private static final LocalDate ALWAYS = LocalDate.of(9999, 1, 1);
    private static final String COLUMNS =
            "i.id, i.product_id, i.product_name, i.billing_account_id, i.price_id, i.name, "
                    + "i.price_type, i.period_unit, i.period_length, i.period_timing, i.period_alignment, i.unit_price, i.currency, "
                    + "i.tax_included, i.tax_category, i.unit_of_measure, i.allowance, i.tier_bounds, i.tier_prices, "
                    + "i.usage_model, i.package_size, i.maximum_charge, i.rollover_periods, i.rollover_limit, "
                    + "i.window_from, i.window_to, i.window_prices, "
                    + "i.quantity, i.start_on, i.end_on, i.anchor_on";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** All items that these accounts pay for or paid for. */
    public List<SubscriptionItem> ofAccounts(Collection<UUID> accountIds) {
        return select("i.billing_account_id = any (?) and i.start_on < ?", accountIds, ALWAYS);
    }

    /** Those that start before a day and that something may still be charged or given back for. */
    public List<SubscriptionItem> unsettled(Collection<UUID> accountIds, LocalDate startBefore) {
        return select("i.billing_account_id = any (?) and not i.settled and i.start_on < ?", accountIds, startBefore);
    }

    public List<SubscriptionItem> byIds(Collection<UUID> ids) {
        return select("i.id = any (?) and i.start_on < ?", ids, ALWAYS);
    }

    public List<SubscriptionItem> ofProducts(Collection<UUID> productIds) {
        return select("i.product_id = any (?) and i.start_on < ?", productIds, ALWAYS);
    }

    private List<SubscriptionItem> select(String condition, Collection<UUID> ids, LocalDate before) {
        try (Connection connection = dataSource.getConnection()) {
            Array idArray = connection.createArrayOf("uuid", ids.toArray());
            Map<UUID, List<Discount>> discounts = discounts(connection, condition, idArray, before);
            String sql = "select " + COLUMNS + " from services.subscription_item i where " + condition
                    + " order by i.billing_account_id, i.start_on, i.id";
            try (PreparedStatement statement = bind(connection, sql, idArray, before);
                    ResultSet row = statement.executeQuery()) {
                List<SubscriptionItem> items = new ArrayList<>();
                while (row.next()) {
                    items.add(item(row, discounts.getOrDefault(row.getObject("id", UUID.class), List.of())));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new DatabaseException("Subscription items could not be read", e);
        }
    }

    private static Map<UUID, List<Discount>> discounts(
            Connection connection, String condition, Array ids, LocalDate before) throws SQLException {
        String sql = "select d.item_id, d.name, d.kind, d.value, d.from_on, d.to_on, d.approved_by "
                + "from services.discount d "
                + "join services.subscription_item i on i.tenant_id = d.tenant_id and i.id = d.item_id where "
                + condition
                + " order by d.item_id, d.position";
        Map<UUID, List<Discount>> discounts = new HashMap<>();
        try (PreparedStatement statement = bind(connection, sql, ids, before);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Discount discount = new Discount(
                        row.getString("name"),
                        Discount.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getBigDecimal("value"),
                        day(row, "from_on"),
                        day(row, "to_on"),
                        row.getString("approved_by"));
                discounts
                        .computeIfAbsent(row.getObject("item_id", UUID.class), id -> new ArrayList<>())
                        .add(discount);
            }
        }
        return discounts;
    }

    private static PreparedStatement bind(Connection connection, String sql, Array ids, LocalDate before)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, ids);
        statement.setObject(2, before);
        return statement;
    }

    private static SubscriptionItem item(ResultSet row, List<Discount> discounts) throws SQLException {
        LocalDate start = day(row, "start_on");
        LocalDate anchor = day(row, "anchor_on");
        PriceTerms terms = new PriceTerms(
                row.getObject("price_id", UUID.class),
                row.getString("name"),
                PriceType.ofWire(row.getString("price_type")),
                period(row),
                row.getBigDecimal("unit_price"),
                row.getString("currency"),
                row.getBoolean("tax_included"),
                row.getString("tax_category"),
                TariffColumns.read(row));
        return new SubscriptionItem(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("product_name"),
                row.getObject("billing_account_id", UUID.class),
                terms,
                row.getBigDecimal("quantity"),
                discounts,
                start,
                day(row, "end_on"),
                anchor == null ? start : anchor);
    }

    private static ChargePeriod period(ResultSet row) throws SQLException {
        String unit = row.getString("period_unit");
        return unit == null
                ? null
                : new ChargePeriod(
                        ChargePeriod.Unit.ofWire(unit),
                        row.getInt("period_length"),
                        ChargePeriod.Timing.ofWire(row.getString("period_timing")),
                        ChargePeriod.Alignment.of(row.getString("period_alignment")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
