package net.dotmac.console.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** The entries of the navigation by the work they belong to, in the order of the day. */
enum Area {
    DASHBOARD(Group.START, "", VaadinIcon.DASHBOARD, null),
    CUSTOMERS(Group.CUSTOMERS, "customers", VaadinIcon.USERS, "customer.read"),
    ORDERS(Group.CUSTOMERS, "orders", VaadinIcon.CART, "order.read"),
    CATALOG(Group.SALES, "catalog", VaadinIcon.PACKAGE, "catalog.read"),
    PRICE_CHANGES(Group.SALES, "price-changes", VaadinIcon.TRENDING_UP, "priceChange.read"),
    PROMOTIONS(Group.SALES, "promotions", VaadinIcon.GIFT, "catalog.read"),
    BILLING_RUNS(Group.BILLING, "billing-runs", VaadinIcon.CALENDAR_CLOCK, "billingRun.read"),
    INVOICES(Group.BILLING, "invoices", VaadinIcon.INVOICE, "invoice.read"),
    USAGE(Group.BILLING, "usage", VaadinIcon.TIMER, "usage.read"),
    BANK(Group.PAYMENTS, "bank", VaadinIcon.INSTITUTION, "bank.read"),
    DIRECT_DEBITS(Group.PAYMENTS, "direct-debits", VaadinIcon.EXCHANGE, "directDebit.read"),
    CARD_PAYMENTS(Group.PAYMENTS, "card-payments", VaadinIcon.CREDIT_CARD, "payment.read"),
    PAYOUTS(Group.PAYMENTS, "payouts", VaadinIcon.MONEY_WITHDRAW, "payout.read"),
    DEPOSITS(Group.PAYMENTS, "deposits", VaadinIcon.PIGGY_BANK_COIN, "deposit.read"),
    VOUCHERS(Group.PAYMENTS, "vouchers", VaadinIcon.TICKET, "voucher.read"),
    COLLECTIONS(Group.PAYMENTS, "collections", VaadinIcon.HANDSHAKE, "collection.read"),
    LEDGER(Group.ACCOUNTING, "ledger", VaadinIcon.BOOK, "ledger.read"),
    TAX_RATES(Group.ACCOUNTING, "tax-rates", VaadinIcon.SCALE, "taxRate.read"),
    DEVICES(Group.NETWORK, "devices", VaadinIcon.SERVER, "device.read"),
    ALARMS(Group.NETWORK, "alarms", VaadinIcon.BELL, "alarm.read"),
    DOCUMENT_SETTINGS(Group.ADMINISTRATION, "document-settings", VaadinIcon.FILE_TEXT, "documentSettings.write"),
    IMPORTS(Group.ADMINISTRATION, "imports", VaadinIcon.UPLOAD_ALT, "import.read");

    /** The kinds of work. */
    enum Group {
        /** Has no heading. */
        START,
        CUSTOMERS,
        SALES,
        BILLING,
        PAYMENTS,
        ACCOUNTING,
        NETWORK,
        ADMINISTRATION;

        String key() {
            return "shell.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String path;
    private final VaadinIcon icon;
    private final String permission;

    Area(Group group, String path, VaadinIcon icon, String permission) {
        this.group = group;
        this.path = path;
        this.icon = icon;
        this.permission = permission;
    }

    Group group() {
        return group;
    }

    String path() {
        return path;
    }

    Icon icon() {
        return icon.create();
    }

    /** What one needs to see it, or null for everybody. */
    String permission() {
        return permission;
    }

    String key() {
        return "shell.area." + (path.isEmpty() ? "dashboard" : path);
    }
}
