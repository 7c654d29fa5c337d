package net.dotmac.devtools.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoPlan.Kind;

/** Writes the demo's tenants, catalogues, customers, accounts, products and usage, in one transaction. */
public final class DemoGenerator {

    private final DemoPlan plan;

    public DemoGenerator(DemoPlan plan) {
        this.plan = plan;
    }

    /** Whether this database has the demo already. */
    public static boolean isThere(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select 1 from platform.tenant limit 1")) {
            return row.next();
        }
    }

    /** @param superuser a connection that row-level security does not bind, in auto-commit mode */
    public void write(Connection superuser) throws SQLException {
        superuser.setAutoCommit(false);
        try {
            for (DemoTenant tenant : DemoTenant.ALL) {
                tenant(superuser, tenant);
                catalog(superuser, tenant);
                new DemoSubscribers(plan, superuser, tenant).write();
            }
            superuser.commit();
        } catch (SQLException e) {
            superuser.rollback();
            throw e;
        } finally {
            superuser.setAutoCommit(true);
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void tenant(Connection connection, DemoTenant tenant) throws SQLException {
        String sql = "insert into platform.tenant (id, slug, legal_name, country, currency, zone, language, street, "
                + "postcode, city, vat_id, email, phone, bank_account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<Object> values = List.of(
                    tenant.id(),
                    tenant.slug(),
                    tenant.legalName(),
                    tenant.country(),
                    tenant.currency(),
                    tenant.zone(),
                    tenant.language(),
                    tenant.street(),
                    tenant.postcode(),
                    tenant.city(),
                    tenant.vatId(),
                    "billing@" + tenant.slug() + ".example",
                    "+43 512 000000",
                    tenant.bankAccount());
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
        try (PreparedStatement roles = connection.prepareStatement("call identity.seed_roles(?)")) {
            roles.setObject(1, tenant.id());
            roles.execute();
        }
        try (TableCopy rates = new TableCopy(
                connection, "billing.tax_rate", "tenant_id, category, jurisdiction, valid_from, percent")) {
            LocalDate always = LocalDate.of(2020, 1, 1);
            rates.row(tenant.id(), "standard", "", always, tenant.taxPercent());
            rates.row(tenant.id(), "reduced", "", always, tenant.taxPercent().divide(BigDecimal.valueOf(2)));
            rates.row(tenant.id(), "zero", "", always, BigDecimal.ZERO);
        }
    }

    private void catalog(Connection connection, DemoTenant tenant) throws SQLException {
        Instant made = tenant.startOf(plan.firstMonth().minusMonths(24));
        List<DemoCatalog.Offering> offerings = DemoCatalog.OFFERINGS;
        try (TableCopy copy = new TableCopy(
                connection,
                "catalog.specification",
                "tenant_id, id, name, description, brand, service_type, lifecycle_status, last_update")) {
            for (int i = 0; i < offerings.size(); i++) {
                copy.row(
                        tenant.id(),
                        plan.id(tenant, Kind.SPECIFICATION, i),
                        offerings.get(i).name(),
                        null,
                        tenant.legalName(),
                        offerings.get(i).serviceType(),
                        "Active",
                        made);
            }
        }
        prices(connection, tenant, made);
        try (TableCopy copy = new TableCopy(
                connection,
                "catalog.offering",
                "tenant_id, id, name, specification_id, lifecycle_status, last_update, commitment_months")) {
            for (int i = 0; i < offerings.size(); i++) {
                copy.row(
                        tenant.id(),
                        plan.id(tenant, Kind.OFFERING, i),
                        offerings.get(i).name(),
                        plan.id(tenant, Kind.SPECIFICATION, i),
                        "Active",
                        made,
                        offerings.get(i).commitmentMonths());
            }
        }
        try (TableCopy copy =
                new TableCopy(connection, "catalog.offering_has_price", "tenant_id, offering_id, position, price_id")) {
            for (int i = 0; i < offerings.size(); i++) {
                for (int p = 0; p < offerings.get(i).prices().size(); p++) {
                    UUID price = plan.id(tenant, Kind.PRICE, DemoCatalog.priceNumber(i, p));
                    copy.row(tenant.id(), plan.id(tenant, Kind.OFFERING, i), p, price);
                }
            }
        }
    }

    private void prices(Connection connection, DemoTenant tenant, Instant made) throws SQLException {
        String columns =
                "tenant_id, id, name, lifecycle_status, price_type, period_unit, period_length, period_timing, period_alignment, "
                        + "unit_price, currency, "
                        + "tax_included, tax_category, unit_of_measure, allowance, tier_bounds, tier_prices, last_update, "
                        + "phase_unit, phase_bounds, phase_prices";
        try (TableCopy copy = new TableCopy(connection, "catalog.offering_price", columns)) {
            for (int i = 0; i < DemoCatalog.OFFERINGS.size(); i++) {
                DemoCatalog.Offering offering = DemoCatalog.OFFERINGS.get(i);
                for (int p = 0; p < offering.prices().size(); p++) {
                    DemoCatalog.Price price = offering.prices().get(p);
                    boolean usage = price.type().equals("usage");
                    boolean recurring = price.type().equals("recurring");
                    copy.row(
                            tenant.id(),
                            plan.id(tenant, Kind.PRICE, DemoCatalog.priceNumber(i, p)),
                            price.name(),
                            "Active",
                            price.type(),
                            recurring ? "month" : null,
                            recurring ? 1 : null,
                            recurring ? "advance" : null,
                            recurring ? "cycle" : null,
                            DemoCatalog.inMoneyOf(tenant, new BigDecimal(price.euro())),
                            tenant.currency(),
                            !offering.forBusiness(),
                            "standard",
                            usage ? "GB" : null,
                            usage ? price.allowance() : null,
                            price.tiers(),
                            usage ? DemoCatalog.inMoneyOf(tenant, price.tierPrices()) : null,
                            made,
                            price.introMonths() == 0 ? null : "month",
                            price.introMonths() == 0 ? null : List.of(price.introMonths()),
                            price.introMonths() == 0
                                    ? null
                                    : List.of(DemoCatalog.inMoneyOf(tenant, new BigDecimal(price.introEuro()))));
                }
            }
        }
    }
}
