package net.dotmac.devtools.launcher;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.identity.PasswordHash;
import net.dotmac.identity.RandomSecret;
import net.dotmac.kernel.Ids;

/**
 * The first steps of a new ISP on an operator's own database: the tenant, its usual roles, its standard tax rate and one
 * administrator, who makes all the rest in the console.
 *
 * @param slug what people type to sign in: 2 to 40 small letters, digits and hyphens
 * @param country ISO 3166 alpha-2
 * @param currency ISO 4217
 * @param taxPercent the standard rate, 0 to 100
 */
record NewTenant(String slug, String name, String country, String currency, ZoneId zone, BigDecimal taxPercent) {

    private static final String ADMINISTRATOR = "admin";
    private static final int PASSWORD_LENGTH = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** From {@code TENANT}, {@code NAME}, {@code COUNTRY}, {@code CURRENCY}, {@code ZONE} and {@code TAX}. */
    static NewTenant fromEnvironment(Map<String, String> environment) {
        String slug = OwnDatabase.needed(environment, "TENANT", "a short name to sign in with, such as alpennetz");
        if (!slug.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            throw new LaunchException("TENANT is " + slug + ", expected 2 to 40 small letters, digits and hyphens.");
        }
        String country = OwnDatabase.needed(environment, "COUNTRY", "the ISP's country, such as AT");
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            throw new LaunchException("COUNTRY is " + country + ", expected two letters of ISO 3166, such as AT.");
        }
        return new NewTenant(
                slug,
                OwnDatabase.needed(environment, "NAME", "the ISP's legal name"),
                country,
                currency(OwnDatabase.needed(environment, "CURRENCY", "the ISP's currency, such as EUR")),
                zone(OwnDatabase.needed(environment, "ZONE", "the ISP's time zone, such as Europe/Vienna")),
                percent(OwnDatabase.needed(environment, "TAX", "the standard tax rate in per cent, such as 20")));
    }

    private static String currency(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new LaunchException("CURRENCY is " + text + ", expected three letters of ISO 4217, such as EUR.", e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new LaunchException("ZONE is " + text + ", expected a name such as Europe/Vienna.", e);
        }
    }

    private static BigDecimal percent(String text) {
        try {
            BigDecimal percent = new BigDecimal(text);
            if (percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw new LaunchException("TAX is " + text + ", expected per cent from 0 to 100.", e);
        }
        throw new LaunchException("TAX is " + text + ", expected per cent from 0 to 100.");
    }

    /** Makes all of it in one transaction. @return the administrator's password, which is kept nowhere */
    String make(Connection owner) {
        String password = RandomSecret.next().substring(0, PASSWORD_LENGTH);
        try {
            owner.setAutoCommit(false);
            UUID tenant = Ids.next();
            run(
                    owner,
                    "insert into platform.tenant (id, slug, legal_name, country, currency, zone) values (?, ?, ?, ?, ?, ?)",
                    tenant,
                    slug,
                    name,
                    country,
                    currency,
                    zone.getId());
            // Row-level security is forced: it binds the owner too.
            run(owner, "select set_config('app.tenant_id', ?, true)", tenant.toString());
            run(owner, "call identity.seed_roles(?)", tenant);
            taxRate(owner, tenant, "standard", taxPercent);
            taxRate(owner, tenant, "zero", BigDecimal.ZERO);
            administrator(owner, tenant, password);
            owner.commit();
            return password;
        } catch (SQLException e) {
            throw new LaunchException("The tenant " + slug + " could not be made: " + e.getMessage(), e);
        }
    }

    private static void taxRate(Connection owner, UUID tenant, String category, BigDecimal percent)
            throws SQLException {
        run(
                owner,
                "insert into billing.tax_rate (tenant_id, category, jurisdiction, valid_from, percent) "
                        + "values (?, ?, '', ?, ?)",
                tenant,
                category,
                LocalDate.EPOCH,
                percent);
    }

    private static void administrator(Connection owner, UUID tenant, String password) throws SQLException {
        UUID user = Ids.next();
        run(
                owner,
                "insert into identity.app_user (tenant_id, id, username, full_name, password_hash) values (?, ?, ?, ?, ?)",
                tenant,
                user,
                ADMINISTRATOR,
                "Administrator",
                PasswordHash.of(password));
        run(
                owner,
                "insert into identity.user_role (tenant_id, user_id, role_name) values (?, ?, 'administrator')",
                tenant,
                user);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
