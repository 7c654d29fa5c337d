package net.dotmac.devtools.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import net.dotmac.devtools.demo.DemoPlan.Kind;

/** Writes one tenant's customers with their accounts and what they have, table by table by COPY. */
final class DemoSubscribers {

    private static final int FIRST_CUSTOMER_NUMBER = 100_001;
    private static final int FIRST_ACCOUNT_NUMBER = 50_000_001;

    private final DemoPlan plan;
    private final Connection connection;
    private final DemoTenant tenant;

    DemoSubscribers(DemoPlan plan, Connection connection, DemoTenant tenant) {
        this.plan = plan;
        this.connection = connection;
        this.tenant = tenant;
    }

    void write() throws SQLException {
        customers();
        accounts();
        new DemoProducts(plan, connection, tenant).write();
    }

    private void customers() throws SQLException {
        String columns =
                "tenant_id, id, number, name, kind, status, email, phone, street, postcode, city, country, vat_id, "
                        + "language, created_at, updated_at";
        int count = plan.customersOf(tenant);
        try (TableCopy copy = new TableCopy(connection, "customers.customer", columns)) {
            for (int i = 0; i < count; i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                boolean located = customer.flaw() != DemoCustomer.Flaw.NO_ADDRESS;
                Instant since = tenant.startOf(customer.start());
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

    private void accounts() throws SQLException {
        String columns = "tenant_id, id, number, name, customer_id, currency, cycle_day, next_bill_on, state, "
                + "payment_term_days, tax_treatment, created_at, updated_at";
        int count = plan.customersOf(tenant);
        try (TableCopy copy = new TableCopy(connection, "billing.billing_account", columns)) {
            for (int i = 0; i < count; i++) {
                DemoCustomer customer = DemoCustomer.of(plan, tenant, i);
                int day = customer.isBusiness() ? DemoPlan.BUSINESS_CYCLE_DAY : 1;
                Instant since = tenant.startOf(customer.start());
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
}
