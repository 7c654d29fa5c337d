package net.dotmac.services.persistence;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;

/** The tariff of a metered item in the columns of its row. */
final class TariffColumns {

    private TariffColumns() {}

    /** Binds the parameters 15 to 18 and 26 to 33 of an item's insert; all null for what isn't metered. */
    static void bind(Connection connection, PreparedStatement insert, UsageTariff tariff) throws SQLException {
        List<UsageTariff.Tier> tiers = tariff == null ? null : tariff.tiers();
        UsageRules rules = tariff == null ? null : tariff.rules();
        List<UsageRules.Window> windows = rules == null || rules.windows().isEmpty() ? null : rules.windows();
        insert.setString(15, tariff == null ? null : tariff.unitOfMeasure());
        insert.setBigDecimal(16, tariff == null ? null : tariff.allowance());
        insert.setArray(17, array(connection, "numeric", tiers, UsageTariff.Tier::upTo));
        insert.setArray(18, array(connection, "numeric", tiers, UsageTariff.Tier::unitPrice));
        insert.setString(26, rules == null ? null : rules.model().wire());
        insert.setBigDecimal(27, rules == null ? null : rules.packageSize());
        insert.setBigDecimal(28, rules == null ? null : rules.maximum());
        insert.setObject(29, rules == null ? null : rules.rolloverPeriods(), Types.INTEGER);
        insert.setBigDecimal(30, rules == null ? null : rules.rolloverLimit());
        insert.setArray(31, array(connection, "integer", windows, UsageRules.Window::fromHour));
        insert.setArray(32, array(connection, "integer", windows, UsageRules.Window::toHour));
        insert.setArray(33, array(connection, "numeric", windows, UsageRules.Window::unitPrice));
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return rows == null
                ? null
                : connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Null for what isn't metered; a column that is null takes what is usual. */
    static UsageTariff read(ResultSet row) throws SQLException {
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
        String model = row.getString("usage_model");
        UsageRules rules = model == null
                ? UsageRules.PLAIN
                : new UsageRules(
                        UsageModel.ofWire(model),
                        row.getBigDecimal("package_size"),
                        row.getBigDecimal("maximum_charge"),
                        row.getInt("rollover_periods"),
                        row.getBigDecimal("rollover_limit"),
                        windows(row));
        return new UsageTariff(unit, row.getBigDecimal("allowance"), tiers, rules);
    }

    private static List<UsageRules.Window> windows(ResultSet row) throws SQLException {
        Array prices = row.getArray("window_prices");
        List<UsageRules.Window> windows = new ArrayList<>();
        if (prices != null) {
            Integer[] from = (Integer[]) row.getArray("window_from").getArray();
            Integer[] to = (Integer[]) row.getArray("window_to").getArray();
            BigDecimal[] price = (BigDecimal[]) prices.getArray();
            for (int i = 0; i < price.length; i++) {
                windows.add(new UsageRules.Window(from[i], to[i], price[i]));
            }
        }
        return windows;
    }
}
