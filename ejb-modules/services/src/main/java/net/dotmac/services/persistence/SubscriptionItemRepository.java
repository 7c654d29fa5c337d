package net.dotmac.services.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;

/** Appends subscription items and reads them in bulk, by plain SQL: a billing run reads thousands at a time. */
@ApplicationScoped
public class SubscriptionItemRepository {

    private static final String COLUMNS =
            "i.id, i.product_id, i.product_name, i.billing_account_id, i.price_id, i.name, "
                    + "i.price_type, i.period_unit, i.period_length, i.unit_price, i.currency, i.tax_included, i.tax_category, "
                    + "i.unit_of_measure, i.allowance, i.tier_bounds, i.tier_prices, i.quantity, i.start_on, i.end_on";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /**
     * Items that these accounts pay for and that start before a day.
     *
     * @param endedAfter leaves out items that ended on or before this day; null keeps them all
     */
    public List<SubscriptionItem> ofAccounts(Collection<UUID> accountIds, LocalDate startBefore, LocalDate endedAfter) {
        return select(
                "i.billing_account_id = any (?) and i.start_on < ? and (i.end_on is null or i.end_on > ?)",
                accountIds,
                startBefore,
                endedAfter == null ? LocalDate.of(1900, 1, 1) : endedAfter);
    }

    public List<SubscriptionItem> ofProducts(Collection<UUID> productIds) {
        return select(
                "i.product_id = any (?) and i.start_on < ? and (i.end_on is null or i.end_on > ?)",
                productIds,
                LocalDate.of(9999, 1, 1),
                LocalDate.of(1900, 1, 1));
    }

    private List<SubscriptionItem> select(String condition, Collection<UUID> ids, LocalDate before, LocalDate after) {
        try (Connection connection = dataSource.getConnection()) {
            Array idArray = connection.createArrayOf("uuid", ids.toArray());
            Map<UUID, List<Discount>> discounts = discounts(connection, condition, idArray, before, after);
            String sql = "select " + COLUMNS + " from services.subscription_item i where " + condition
                    + " order by i.billing_account_id, i.start_on, i.id";
            try (PreparedStatement statement = bind(connection, sql, idArray, before, after);
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
            Connection connection, String condition, Array ids, LocalDate before, LocalDate after) throws SQLException {
        String sql = "select d.item_id, d.name, d.kind, d.value, d.from_on, d.to_on from services.discount d "
                + "join services.subscription_item i on i.tenant_id = d.tenant_id and i.id = d.item_id where "
                + condition
                + " order by d.item_id, d.position";
        Map<UUID, List<Discount>> discounts = new HashMap<>();
        try (PreparedStatement statement = bind(connection, sql, ids, before, after);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Discount discount = new Discount(
                        row.getString("name"),
                        Discount.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getBigDecimal("value"),
                        day(row, "from_on"),
                        day(row, "to_on"));
                discounts
                        .computeIfAbsent(row.getObject("item_id", UUID.class), id -> new ArrayList<>())
                        .add(discount);
            }
        }
        return discounts;
    }

    private static PreparedStatement bind(
            Connection connection, String sql, Array ids, LocalDate before, LocalDate after) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, ids);
        statement.setObject(2, before);
        statement.setObject(3, after);
        return statement;
    }

    private static SubscriptionItem item(ResultSet row, List<Discount> discounts) throws SQLException {
        String unit = row.getString("period_unit");
        PriceTerms terms = new PriceTerms(
                row.getObject("price_id", UUID.class),
                row.getString("name"),
                PriceType.ofWire(row.getString("price_type")),
                unit == null ? null : new ChargePeriod(ChargePeriod.Unit.ofWire(unit), row.getInt("period_length")),
                row.getBigDecimal("unit_price"),
                row.getString("currency"),
                row.getBoolean("tax_included"),
                row.getString("tax_category"),
                tariff(row));
        return new SubscriptionItem(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("product_name"),
                row.getObject("billing_account_id", UUID.class),
                terms,
                row.getBigDecimal("quantity"),
                discounts,
                day(row, "start_on"),
                day(row, "end_on"));
    }

    private static UsageTariff tariff(ResultSet row) throws SQLException {
        String unit = row.getString("unit_of_measure");
        if (unit == null) {
            return null;
        }
        BigDecimal[] bounds = (BigDecimal[]) row.getArray("tier_bounds").getArray();
        BigDecimal[] prices = (BigDecimal[]) row.getArray("tier_prices").getArray();
        List<UsageTariff.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            tiers.add(new UsageTariff.Tier(bounds[i], prices[i]));
        }
        return new UsageTariff(unit, row.getBigDecimal("allowance"), tiers);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public void add(SubscriptionItem item) {
        String sql =
                "insert into services.subscription_item (tenant_id, id, product_id, product_name, billing_account_id, "
                        + "price_id, name, price_type, period_unit, period_length, unit_price, currency, tax_included, tax_category, "
                        + "unit_of_measure, allowance, tier_bounds, tier_prices, quantity, start_on, end_on) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            bindItem(connection, insert, item);
            insert.executeUpdate();
            addDiscounts(connection, item);
        } catch (SQLException e) {
            throw new DatabaseException("A subscription item could not be written", e);
        }
    }

    private static void bindItem(Connection connection, PreparedStatement insert, SubscriptionItem item)
            throws SQLException {
        PriceTerms terms = item.terms();
        UsageTariff tariff = terms.tariff();
        ChargePeriod period = terms.period();
        insert.setObject(1, CallContext.current().tenantId());
        insert.setObject(2, item.id());
        insert.setObject(3, item.productId());
        insert.setString(4, item.productName());
        insert.setObject(5, item.billingAccountId());
        insert.setObject(6, terms.offeringPriceId());
        insert.setString(7, terms.name());
        insert.setString(8, terms.type().wire());
        insert.setString(9, period == null ? null : period.unit().wire());
        insert.setObject(10, period == null ? null : period.length(), Types.INTEGER);
        insert.setBigDecimal(11, terms.unitPrice());
        insert.setString(12, terms.currency());
        insert.setBoolean(13, terms.taxIncluded());
        insert.setString(14, terms.taxCategory());
        insert.setString(15, tariff == null ? null : tariff.unitOfMeasure());
        insert.setBigDecimal(16, tariff == null ? null : tariff.allowance());
        insert.setArray(17, numbers(connection, tariff, true));
        insert.setArray(18, numbers(connection, tariff, false));
        insert.setBigDecimal(19, item.quantity());
        insert.setObject(20, item.start());
        insert.setObject(21, item.end());
    }

    private static Array numbers(Connection connection, UsageTariff tariff, boolean bounds) throws SQLException {
        if (tariff == null) {
            return null;
        }
        Object[] values = tariff.tiers().stream()
                .map(tier -> bounds ? tier.upTo() : tier.unitPrice())
                .toArray();
        return connection.createArrayOf("numeric", values);
    }

    private static void addDiscounts(Connection connection, SubscriptionItem item) throws SQLException {
        String sql = "insert into services.discount (tenant_id, item_id, position, name, kind, value, from_on, to_on) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int position = 0;
            for (Discount discount : item.discounts()) {
                insert.setObject(1, CallContext.current().tenantId());
                insert.setObject(2, item.id());
                insert.setInt(3, position++);
                insert.setString(4, discount.name());
                insert.setString(5, discount.kind().name().toLowerCase(Locale.ROOT));
                insert.setBigDecimal(6, discount.value());
                insert.setObject(7, discount.from());
                insert.setObject(8, discount.to());
                insert.executeUpdate();
            }
        }
    }

    /** Ends the items of a product that are still running; an item that has not begun by then ends on the day it starts. */
    public void endAll(UUID productId, LocalDate day) {
        String sql = "update services.subscription_item set end_on = greatest(start_on, ?) "
                + "where product_id = ? and end_on is null and price_type <> 'oneTime'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setDate(1, Date.valueOf(day));
            update.setObject(2, productId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("Subscription items could not be ended", e);
        }
    }

    /** Completes the tax category of a product's items that have none. @return how many had none */
    public int completeTaxCategory(UUID productId, String category) {
        String sql =
                "update services.subscription_item set tax_category = ? where product_id = ? and tax_category is null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, category);
            update.setObject(2, productId);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The tax category could not be completed", e);
        }
    }
}
