package net.dotmac.services.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.services.domain.SubscriptionChange;

/** Appends subscription items, and writes down the little that may change of them. */
@ApplicationScoped
public class SubscriptionItemRepository {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    public void add(SubscriptionItem item) {
        String sql =
                "insert into services.subscription_item (tenant_id, id, product_id, product_name, billing_account_id, "
                        + "price_id, name, price_type, period_unit, period_length, unit_price, currency, tax_included, tax_category, "
                        + "unit_of_measure, allowance, tier_bounds, tier_prices, quantity, start_on, end_on, period_timing, "
                        + "period_alignment, anchor_on, settled, usage_model, package_size, maximum_charge, rollover_periods, "
                        + "rollover_limit, window_from, window_to, window_prices) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
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
        insert.setBigDecimal(19, item.quantity());
        insert.setObject(20, item.start());
        insert.setObject(21, item.end());
        insert.setString(22, period == null ? null : period.timing().wire());
        insert.setString(23, period == null ? null : period.alignment().wire());
        insert.setObject(24, item.anchor().equals(item.start()) ? null : item.anchor());
        // What waits for the product's end is not billing's to look at.
        insert.setBoolean(25, terms.type().isChargedAtEnd());
        TariffColumns.bind(connection, insert, tariff);
    }

    private static void addDiscounts(Connection connection, SubscriptionItem item) throws SQLException {
        String sql = "insert into services.discount (tenant_id, item_id, position, name, kind, value, from_on, to_on, "
                + "approved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
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
                insert.setString(9, discount.approvedBy());
                insert.executeUpdate();
            }
        }
    }

    /** Ends items and adds others. An end that moves may bring something to give back, so nothing of the item is settled. */
    public void apply(SubscriptionChange change) {
        String sql =
                "update services.subscription_item set end_on = ?, settled = price_type in ('cancellation', 'penalty') "
                        + "where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (SubscriptionChange.End end : change.ends()) {
                update.setObject(1, end.day());
                update.setObject(2, end.itemId());
                update.executeUpdate();
            }
        } catch (SQLException e) {
            throw new DatabaseException("Subscription items could not be ended", e);
        }
        change.added().forEach(this::add);
    }

    /** Notes that nothing can be charged or given back for these items unless their ends move. */
    public void settle(Map<UUID, LocalDate> endsSeen) {
        String sql = "update services.subscription_item i set settled = true "
                + "from unnest(?::uuid[], ?::date[]) seen (id, end_on) "
                + "where i.id = seen.id and i.end_on is not distinct from seen.end_on and not i.settled";
        List<UUID> ids = List.copyOf(endsSeen.keySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "date", ids.stream().map(endsSeen::get).toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("Subscription items could not be settled", e);
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
