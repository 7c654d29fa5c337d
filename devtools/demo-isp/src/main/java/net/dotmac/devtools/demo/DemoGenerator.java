package net.dotmac.devtools.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoPlan.Kind;

/** Writes the demo's tenants, catalogues, customers, accounts, products and usage, in one transaction. */
public final class DemoGenerator {

    private static final int FIRST_CUSTOMER_NUMBER = 100_001;
    private static final int FIRST_ACCOUNT_NUMBER = 500_001;
    private static final int ITEMS_A_PRODUCT = 10;
    private static final int PRODUCTS_A_CUSTOMER = 8;

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
                customers(superuser, tenant);
                accounts(superuser, tenant);
                products(superuser, tenant);
                items(superuser, tenant);
                services(superuser, tenant);
                usage(superuser, tenant);
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

    private Instant at(DemoTenant tenant, LocalDate day) {
        return day.atStartOfDay(ZoneId.of(tenant.zone())).toInstant();
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
        Instant made = at(tenant, plan.firstMonth().minusMonths(24));
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
                "tenant_id, id, name, specification_id, lifecycle_status, last_update")) {
            for (int i = 0; i < offerings.size(); i++) {
                copy.row(
                        tenant.id(),
                        plan.id(tenant, Kind.OFFERING, i),
                        offerings.get(i).name(),
                        plan.id(tenant, Kind.SPECIFICATION, i),
                        "Active",
                        made);
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
                "tenant_id, id, name, lifecycle_status, price_type, period_unit, period_length, unit_price, currency, "
                        + "tax_included, tax_category, unit_of_measure, allowance, tier_bounds, tier_prices, last_update";
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
                            DemoCatalog.inMoneyOf(tenant, new BigDecimal(price.euro())),
                            tenant.currency(),
                            !offering.forBusiness(),
                            "standard",
                            usage ? "GB" : null,
                            usage ? price.allowance() : null,
                            price.tiers(),
                            usage ? inMoney(tenant, price.tierPrices()) : null,
                            made);
                }
            }
        }
    }

    private static List<BigDecimal> inMoney(DemoTenant tenant, List<BigDecimal> prices) {
        return prices.stream()
                .map(price -> DemoCatalog.inMoneyOf(tenant, price))
                .toList();
    }

    private void customers(Connection connection, DemoTenant tenant) throws SQLException {
        String columns =
                "tenant_id, id, number, name, kind, status, email, phone, street, postcode, city, country, vat_id, "
                        + "language, created_at, updated_at";
        int count = plan.customersOf(tenant);
        try (TableCopy copy = new TableCopy(connection, "customers.customer", columns)) {
            for (int i = 0; i < count; i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                boolean located = customer.flaw() != DemoCustomer.Flaw.NO_ADDRESS;
                Instant since = at(tenant, customer.start());
                copy.row(
                        tenant.id(),
                        plan.id(tenant, Kind.CUSTOMER, i),
                        FIRST_CUSTOMER_NUMBER + i,
                        customer.name(),
                        customer.isBusiness() ? "business" : "household",
                        "active",
                        customer.email(),
                        customer.phone(),
                        located ? customer.street() : null,
                        located ? customer.postcode() : null,
                        located ? customer.city() : null,
                        located ? tenant.country() : null,
                        customer.vatId(),
                        tenant.index() == 0 && i % 3 == 0 ? "de" : "en",
                        since,
                        since);
            }
        }
        try (TableCopy copy = new TableCopy(connection, "customers.customer_number", "tenant_id, last_number")) {
            copy.row(tenant.id(), FIRST_CUSTOMER_NUMBER + count - 1);
        }
    }

    private void accounts(Connection connection, DemoTenant tenant) throws SQLException {
        String columns = "tenant_id, id, number, name, customer_id, currency, cycle_day, next_bill_on, state, "
                + "payment_term_days, tax_treatment, created_at, updated_at";
        int count = plan.customersOf(tenant);
        try (TableCopy copy = new TableCopy(connection, "billing.billing_account", columns)) {
            for (int i = 0; i < count; i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                int day = customer.isBusiness() ? DemoPlan.BUSINESS_CYCLE_DAY : 1;
                Instant since = at(tenant, customer.start());
                copy.row(
                        tenant.id(),
                        plan.id(tenant, Kind.ACCOUNT, i),
                        FIRST_ACCOUNT_NUMBER + i,
                        customer.name(),
                        plan.id(tenant, Kind.CUSTOMER, i),
                        customer.flaw() == DemoCustomer.Flaw.CURRENCY_MISMATCH ? "USD" : tenant.currency(),
                        day,
                        firstBill(customer, day),
                        "active",
                        customer.isBusiness() ? 30 : 14,
                        "standard",
                        since,
                        since);
            }
        }
        try (TableCopy copy =
                new TableCopy(connection, "billing.number_series", "tenant_id, series, prefix, last_number")) {
            copy.row(tenant.id(), "billingAccount", "", FIRST_ACCOUNT_NUMBER + count - 1);
        }
    }

    /** History starts three months back; flawed accounts have none, for they could not have been billed. */
    private LocalDate firstBill(DemoCustomer customer, int day) {
        if (customer.flaw() != null) {
            return plan.month().withDayOfMonth(day);
        }
        LocalDate first = plan.firstMonth().withDayOfMonth(day);
        LocalDate start = customer.start();
        return start.isAfter(first) ? start.withDayOfMonth(day).plusMonths(1) : first;
    }

    private void products(Connection connection, DemoTenant tenant) throws SQLException {
        String columns =
                "tenant_id, id, name, status, customer_id, billing_account_id, offering_id, offering_name, quantity, "
                        + "start_on, created_at";
        try (TableCopy copy = new TableCopy(connection, "services.product", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                for (int n = 0; n < customer.offerings().size(); n++) {
                    int offering = customer.offerings().get(n);
                    copy.row(
                            tenant.id(),
                            productId(tenant, i, n),
                            DemoCatalog.OFFERINGS.get(offering).name(),
                            "active",
                            plan.id(tenant, Kind.CUSTOMER, i),
                            plan.id(tenant, Kind.ACCOUNT, i),
                            plan.id(tenant, Kind.OFFERING, offering),
                            DemoCatalog.OFFERINGS.get(offering).name(),
                            1,
                            customer.start(),
                            at(tenant, customer.start()));
                }
            }
        }
    }

    private UUID productId(DemoTenant tenant, int customer, int n) {
        return plan.id(tenant, Kind.PRODUCT, (long) customer * PRODUCTS_A_CUSTOMER + n);
    }

    private void items(Connection connection, DemoTenant tenant) throws SQLException {
        String columns =
                "tenant_id, id, product_id, product_name, billing_account_id, price_id, name, price_type, period_unit, "
                        + "period_length, unit_price, currency, tax_included, tax_category, unit_of_measure, allowance, tier_bounds, "
                        + "tier_prices, quantity, start_on";
        try (TableCopy copy = new TableCopy(connection, "services.subscription_item", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                for (int n = 0; n < customer.offerings().size(); n++) {
                    itemsOf(copy, tenant, customer, n);
                }
            }
        }
    }

    private void itemsOf(TableCopy copy, DemoTenant tenant, DemoCustomer customer, int n) throws SQLException {
        int number = customer.offerings().get(n);
        DemoCatalog.Offering offering = DemoCatalog.OFFERINGS.get(number);
        boolean isOld = customer.start().isBefore(plan.firstMonth());
        LocalDate start = isOld ? plan.firstMonth().withDayOfMonth(customer.isBusiness() ? 15 : 1) : customer.start();
        for (int p = 0; p < offering.prices().size(); p++) {
            DemoCatalog.Price price = offering.prices().get(p);
            // What was charged once to old customers was charged long before the demo's first month.
            if (price.type().equals("oneTime") && isOld) {
                continue;
            }
            boolean usage = price.type().equals("usage");
            boolean recurring = price.type().equals("recurring");
            copy.row(
                    tenant.id(),
                    plan.id(
                            tenant,
                            Kind.ITEM,
                            ((long) customer.number() * PRODUCTS_A_CUSTOMER + n) * ITEMS_A_PRODUCT + p),
                    productId(tenant, customer.number(), n),
                    offering.name(),
                    plan.id(tenant, Kind.ACCOUNT, customer.number()),
                    plan.id(tenant, Kind.PRICE, DemoCatalog.priceNumber(number, p)),
                    price.name(),
                    price.type(),
                    recurring ? "month" : null,
                    recurring ? 1 : null,
                    DemoCatalog.inMoneyOf(tenant, new BigDecimal(price.euro())),
                    tenant.currency(),
                    !offering.forBusiness(),
                    customer.flaw() == DemoCustomer.Flaw.NO_TAX_CATEGORY ? null : "standard",
                    usage ? "GB" : null,
                    usage ? price.allowance() : null,
                    price.tiers(),
                    usage ? inMoney(tenant, price.tierPrices()) : null,
                    1,
                    start);
        }
    }

    private void services(Connection connection, DemoTenant tenant) throws SQLException {
        String columns = "tenant_id, id, product_id, name, service_type, state, start_on";
        try (TableCopy copy = new TableCopy(connection, "services.service_instance", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                for (int n = 0; n < customer.offerings().size(); n++) {
                    DemoCatalog.Offering offering =
                            DemoCatalog.OFFERINGS.get(customer.offerings().get(n));
                    copy.row(
                            tenant.id(),
                            plan.id(tenant, Kind.SERVICE, (long) i * PRODUCTS_A_CUSTOMER + n),
                            productId(tenant, i, n),
                            offering.name(),
                            offering.serviceType(),
                            "active",
                            customer.start());
                }
            }
        }
    }

    /** A record a week for each metered product; some stay within their allowance, some go far beyond. */
    private void usage(Connection connection, DemoTenant tenant) throws SQLException {
        String columns = "tenant_id, source, source_id, product_id, unit_of_measure, quantity, used_at, received_at";
        try (TableCopy copy = new TableCopy(connection, "usage.usage_record", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                int n = customer.offerings().indexOf(DemoCatalog.WIRELESS_METERED);
                if (n < 0) {
                    continue;
                }
                UUID product = productId(tenant, i, n);
                LocalDate first = plan.firstMonth().isAfter(customer.start()) ? plan.firstMonth() : customer.start();
                for (LocalDate day = first; day.isBefore(plan.month()); day = day.plusDays(7)) {
                    int tenths = plan.pick(tenant, Kind.CUSTOMER, i, (int) (100 + day.toEpochDay() % 1000), 1600);
                    Instant used =
                            day.atTime(20, 0).atZone(ZoneId.of(tenant.zone())).toInstant();
                    copy.row(
                            tenant.id(),
                            "collector",
                            "week-" + i + "-" + day,
                            product,
                            "GB",
                            BigDecimal.valueOf(tenths, 1).setScale(1, RoundingMode.HALF_UP),
                            used.atOffset(ZoneOffset.UTC),
                            used.plusSeconds(60).atOffset(ZoneOffset.UTC));
                }
            }
        }
    }
}
