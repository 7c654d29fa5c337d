package net.dotmac.services.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;

/** Appends subscription items, and writes down the little that may change of them. */
@ApplicationScoped
public class SubscriptionItemRepository {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

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

    /** Notes that nothing can be charged or given back for these items any more. */
    public void settle(Collection<UUID> itemIds) {
        String sql = "update services.subscription_item set settled = true where id = any (?) and not settled";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("uuid", itemIds.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("Subscription items could not be settled", e);
        }
    }

    /** Since when a product is as it is: the latest start of what still runs of it; empty if nothing does. */
    public Optional<LocalDate> runningSince(UUID productId) {
        String sql = "select max(start_on) from services.subscription_item "
                + "where product_id = ? and end_on is null and price_type <> 'oneTime'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, productId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        } catch (SQLException e) {
            throw new DatabaseException("A product's items could not be read", e);
        }
    }

    /** The ids of the items of these products, ended ones too. */
    public List<UUID> ofProducts(Collection<UUID> productIds) {
        String sql = "select id from services.subscription_item where product_id = any (?) order by id";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", productIds.toArray()));
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException("The items of products could not be read", e);
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
