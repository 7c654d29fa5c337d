package net.dotmac.devtools.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The offerings of a real ISP: fibre and wireless plans, telephone, television, static address, hardware. */
final class DemoCatalog {

    /**
     * A price in the tenant's catalogue.
     *
     * @param type recurring, oneTime, usage, cancellation or penalty
     * @param euro the price in euro, tax included for households' offerings
     * @param allowance for usage
     * @param tiers for usage: upper bounds, the last null
     * @param tierPrices for usage
     * @param introMonths how many months it begins with another price, or 0
     * @param introEuro that price
     */
    record Price(
            String name,
            String type,
            String euro,
            int allowance,
            List<BigDecimal> tiers,
            List<BigDecimal> tierPrices,
            int introMonths,
            String introEuro) {

        private Price(
                String name,
                String type,
                String euro,
                int allowance,
                List<BigDecimal> tiers,
                List<BigDecimal> tierPrices) {
            this(name, type, euro, allowance, tiers, tierPrices, 0, null);
        }
    }

    /**
     * An offering with the kind of service it brings.
     *
     * @param commitmentMonths how long it binds the customer, or null
     */
    record Offering(
            String name, String serviceType, boolean forBusiness, Integer commitmentMonths, List<Price> prices) {

        private Offering(String name, String serviceType, boolean forBusiness, List<Price> prices) {
            this(name, serviceType, forBusiness, null, prices);
        }
    }

    static final int FIBRE_250 = 0;
    static final int FIBRE_1000 = 1;
    static final int WIRELESS_50 = 2;
    static final int WIRELESS_METERED = 3;
    static final int BUSINESS_FIBRE = 4;
    static final int BUSINESS_WIRELESS = 5;
    static final int STATIC_ADDRESS = 6;
    static final int IPTV = 7;
    static final int VOICE = 8;
    static final int BUSINESS_ADDRESSES = 9;

    static final List<Offering> OFFERINGS = List.of(
            new Offering(
                    "Fibre 250",
                    "access",
                    false,
                    List.of(monthly("Fibre 250", "34.90"), once("Installation", "49.00"))),
            new Offering(
                    "Fibre 1000",
                    "access",
                    false,
                    List.of(monthly("Fibre 1000", "54.90"), once("Installation", "49.00"))),
            new Offering(
                    "Wireless 50", "access", false, List.of(monthly("Wireless 50", "29.90"), once("Antenna", "79.00"))),
            new Offering(
                    "Wireless Metered",
                    "access",
                    false,
                    List.of(
                            monthly("Wireless Metered", "14.90"),
                            metered("Data", 200, List.of("100", "0.20"), List.of("0.12")))),
            new Offering(
                    "Business Fibre 1000",
                    "access",
                    true,
                    List.of(monthly("Business Fibre 1000", "149.00"), once("Installation", "290.00"))),
            new Offering("Business Wireless 100", "access", true, List.of(monthly("Business Wireless 100", "89.00"))),
            new Offering("Static IPv4 address", "addon", false, List.of(monthly("Static IPv4 address", "4.90"))),
            new Offering("IPTV", "tv", false, List.of(monthly("IPTV", "9.90"))),
            new Offering("Telephone", "voice", false, List.of(monthly("Telephone", "3.90"))),
            new Offering("Static IPv4 /29", "addon", true, List.of(monthly("Static IPv4 /29", "19.00"))),
            new Offering(
                    "Fibre 500 Start",
                    "access",
                    false,
                    24,
                    List.of(
                            new Price("Fibre 500", "recurring", "44.90", 0, null, null, 6, "19.90"),
                            once("Installation", "0.00"),
                            new Price("Early end of the contract", "penalty", "120.00", 0, null, null),
                            new Price("Return of the router", "cancellation", "15.00", 0, null, null))));

    private DemoCatalog() {}

    private static Price monthly(String name, String euro) {
        return new Price(name, "recurring", euro, 0, null, null);
    }

    private static Price once(String name, String euro) {
        return new Price(name, "oneTime", euro, 0, null, null);
    }

    /** @param first bound and price of the first tier @param rest price of the last */
    private static Price metered(String name, int allowance, List<String> first, List<String> rest) {
        List<BigDecimal> bounds = new ArrayList<>();
        bounds.add(new BigDecimal(first.get(0)));
        bounds.add(null);
        return new Price(
                name,
                "usage",
                "0",
                allowance,
                bounds,
                List.of(new BigDecimal(first.get(1)), new BigDecimal(rest.get(0))));
    }

    /** A price in the tenant's money: the euro price times its factor, to the cent. */
    static BigDecimal inMoneyOf(DemoTenant tenant, BigDecimal euro) {
        return euro.multiply(tenant.priceFactor()).setScale(4, RoundingMode.HALF_UP);
    }

    static long priceNumber(int offering, int position) {
        return offering * 10L + position;
    }

    static List<BigDecimal> inMoneyOf(DemoTenant tenant, List<BigDecimal> prices) {
        return prices.stream().map(price -> inMoneyOf(tenant, price)).toList();
    }
}
