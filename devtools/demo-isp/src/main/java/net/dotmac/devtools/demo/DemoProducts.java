package net.dotmac.devtools.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoPlan.Kind;

/** Writes what one tenant's customers have: products with their items, services and usage. */
final class DemoProducts {

    private static final int ITEMS_A_PRODUCT = 10;
    private static final int PRODUCTS_A_CUSTOMER = 8;

    private final DemoPlan plan;
    private final Connection connection;
    private final DemoTenant tenant;

    DemoProducts(DemoPlan plan, Connection connection, DemoTenant tenant) {
        this.plan = plan;
        this.connection = connection;
        this.tenant = tenant;
    }

    void write() throws SQLException {
        products();
        items();
        services();
        usage();
    }

    private void products() throws SQLException {
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
                            productId(i, n),
                            DemoCatalog.OFFERINGS.get(offering).name(),
                            "active",
                            plan.id(tenant, Kind.CUSTOMER, i),
                            plan.id(tenant, Kind.ACCOUNT, i),
                            plan.id(tenant, Kind.OFFERING, offering),
                            DemoCatalog.OFFERINGS.get(offering).name(),
                            1,
                            customer.start(),
                            tenant.startOf(customer.start()));
                }
            }
        }
    }

    private UUID productId(int customer, int n) {
        return plan.id(tenant, Kind.PRODUCT, (long) customer * PRODUCTS_A_CUSTOMER + n);
    }

    private void items() throws SQLException {
        String columns =
                "tenant_id, id, product_id, product_name, billing_account_id, price_id, name, price_type, period_unit, "
                        + "period_length, period_timing, period_alignment, unit_price, currency, tax_included, tax_category, unit_of_measure, allowance, tier_bounds, "
                        + "tier_prices, quantity, start_on";
        try (TableCopy copy = new TableCopy(connection, "services.subscription_item", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                for (int n = 0; n < customer.offerings().size(); n++) {
                    itemsOf(copy, customer, n);
                }
            }
        }
    }

    private void itemsOf(TableCopy copy, DemoCustomer customer, int n) throws SQLException {
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
                    productId(customer.number(), n),
                    offering.name(),
                    plan.id(tenant, Kind.ACCOUNT, customer.number()),
                    plan.id(tenant, Kind.PRICE, DemoCatalog.priceNumber(number, p)),
                    price.name(),
                    price.type(),
                    recurring ? "month" : null,
                    recurring ? 1 : null,
                    recurring ? "advance" : null,
                    recurring ? "cycle" : null,
                    DemoCatalog.inMoneyOf(tenant, new BigDecimal(price.euro())),
                    tenant.currency(),
                    !offering.forBusiness(),
                    customer.flaw() == DemoCustomer.Flaw.NO_TAX_CATEGORY ? null : "standard",
                    usage ? "GB" : null,
                    usage ? price.allowance() : null,
                    price.tiers(),
                    usage ? DemoCatalog.inMoneyOf(tenant, price.tierPrices()) : null,
                    1,
                    start);
        }
    }

    private void services() throws SQLException {
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
                            productId(i, n),
                            offering.name(),
                            offering.serviceType(),
                            "active",
                            customer.start());
                }
            }
        }
    }

    /** A record a week for each metered product; some stay within their allowance, some go far beyond. */
    private void usage() throws SQLException {
        String columns = "tenant_id, source, source_id, product_id, unit_of_measure, quantity, used_at, received_at";
        try (TableCopy copy = new TableCopy(connection, "usage.usage_record", columns)) {
            for (int i = 0; i < plan.customersOf(tenant); i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                int n = customer.offerings().indexOf(DemoCatalog.WIRELESS_METERED);
                if (n < 0) {
                    continue;
                }
                UUID product = productId(i, n);
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
