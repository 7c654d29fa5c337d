package net.dotmac.console.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The entries of the navigation, in the order of the day's work. */
enum Area {
    DASHBOARD("", VaadinIcon.DASHBOARD, null),
    CUSTOMERS("customers", VaadinIcon.USERS, "customer.read"),
    ORDERS("orders", VaadinIcon.CART, "order.read"),
    CATALOG("catalog", VaadinIcon.PACKAGE, "catalog.read"),
    PRICE_CHANGES("price-changes", VaadinIcon.TRENDING_UP, "priceChange.read"),
    PROMOTIONS("promotions", VaadinIcon.GIFT, "catalog.read"),
    BILLING_RUNS("billing-runs", VaadinIcon.CALENDAR_CLOCK, "billingRun.read"),
    INVOICES("invoices", VaadinIcon.INVOICE, "invoice.read"),
    USAGE("usage", VaadinIcon.TIMER, "usage.read"),
    BANK("bank", VaadinIcon.INSTITUTION, "bank.read"),
    COLLECTIONS("collections", VaadinIcon.HANDSHAKE, "collection.read"),
    DIRECT_DEBITS("direct-debits", VaadinIcon.EXCHANGE, "directDebit.read"),
    CARD_PAYMENTS("card-payments", VaadinIcon.CREDIT_CARD, "payment.read"),
    PAYOUTS("payouts", VaadinIcon.MONEY_WITHDRAW, "payout.read"),
    LEDGER("ledger", VaadinIcon.BOOK, "ledger.read"),
    TAX_RATES("tax-rates", VaadinIcon.SCALE, "taxRate.read"),
    DOCUMENT_SETTINGS("document-settings", VaadinIcon.FILE_TEXT, "documentSettings.write"),
    DEVICES("devices", VaadinIcon.SERVER, "device.read"),
    ALARMS("alarms", VaadinIcon.BELL, "alarm.read");

    private final String path;
    private final VaadinIcon icon;
    private final String permission;

    Area(String path, VaadinIcon icon, String permission) {
        this.path = path;
        this.icon = icon;
        this.permission = permission;
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
