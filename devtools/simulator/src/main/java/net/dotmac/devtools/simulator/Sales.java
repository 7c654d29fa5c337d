package net.dotmac.devtools.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.services.Discount;
import net.dotmac.services.LockData;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderData.Action;
import net.dotmac.services.OrderService;
import net.dotmac.services.OrderedDiscount;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;
import net.dotmac.services.ProductLockService;
import net.dotmac.usage.UsageRecord;
import net.dotmac.usage.UsageService;

/** What customers and sellers do. */
final class Sales {

    private final SimulatedIsp isp;
    private final Random random;
    private final Plans plans;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final List<LockDetails> locks = new ArrayList<>();
    private final List<UUID> rises = new ArrayList<>();
    private final Map<UUID, Map<LocalDate, BigDecimal>> used = new HashMap<>();
    private int records;

    Sales(SimulatedIsp isp, Random random) {
        this.isp = isp;
        this.random = random;
        this.plans = new Plans(isp);
    }

    List<Account> accounts() {
        return accounts;
    }

    /** Units used by product and day. */
    Map<UUID, Map<LocalDate, BigDecimal>> used() {
        return used;
    }

    /** A new customer with an account, or one more account of a customer. */
    String open() {
        boolean isKnown = !accounts.isEmpty() && random.nextInt(3) == 0;
        UUID customer = isKnown ? any(accounts).customerId() : newCustomer();
        int cycleDay = 1 + random.nextInt(31);
        BillingAccountDetails opened = isp.call(() -> isp.service(BillingAccountService.class)
                .create(new BillingAccountData(null, "Home", customer, "EUR", cycleDay, 14, TaxTreatment.STANDARD)));
        accounts.add(new Account(accounts.size(), opened.id(), customer, cycleDay, opened.nextBillOn()));
        return "opens account " + (accounts.size() - 1) + " with cycle day " + cycleDay;
    }

    private UUID newCustomer() {
        PostalAddress address = new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE");
        return isp.call(() -> isp.service(CustomerService.class)
                .create(new CustomerData(
                        null, "Anna Müller", CustomerKind.HOUSEHOLD, null, null, address, null, "de", null))
                .id());
    }

    String add() {
        Account payer = any(accounts);
        UUID offering = any(plans.offerings());
        LocalDate day = aroundToday();
        UUID product = order(
                payer.customerId(),
                new OrderData.Item("1", Action.ADD, quantity(), offering, payer.id(), null, discounts()),
                day);
        holdings.add(new Holding(product, payer, offering));
        return "adds " + plan(offering) + " for account " + payer.number() + " on " + day;
    }

    /** Another offering, another quantity, or another payer. */
    String modify() {
        Holding holding = anyHolding();
        boolean isOther = random.nextBoolean();
        UUID offering = isOther ? any(plans.offerings()) : null;
        Account payer = random.nextInt(4) > 0
                ? null
                : any(accounts.stream()
                        .filter(account -> account.customerId().equals(holding.customerId))
                        .toList());
        LocalDate day = aroundToday();
        order(
                holding.customerId,
                new OrderData.Item(
                        "1",
                        Action.MODIFY,
                        quantity(),
                        offering,
                        payer == null ? null : payer.id(),
                        holding.productId,
                        discounts()),
                day);
        holding.payer = payer == null ? holding.payer : payer;
        holding.offering = isOther ? offering : holding.offering;
        return "changes product " + holdings.indexOf(holding) + (isOther ? " to " + plan(offering) : "")
                + (payer == null ? "" : ", paid by account " + payer.number()) + ", on " + day;
    }

    String end() {
        Holding holding = anyHolding();
        LocalDate day = aroundToday();
        order(
                holding.customerId,
                new OrderData.Item("1", Action.DELETE, 1, null, null, holding.productId, List.of()),
                day);
        holding.isEnded = true;
        return "ends product " + holdings.indexOf(holding) + " on " + day;
    }

    String lock() {
        Holding holding = anyHolding();
        LockReason reason = LockReason.values()[random.nextInt(LockReason.values().length)];
        LocalDate from = aroundToday();
        LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(40));
        locks.add(isp.call(() -> isp.service(ProductLockService.class)
                .lock(holding.productId, new LockData(reason, from, to, null, null))));
        return "locks product " + holdings.indexOf(holding) + " for " + reason.wire() + " from " + from + " to " + to;
    }

    String unlock() {
        if (locks.isEmpty()) {
            return "has nothing to unlock";
        }
        int which = random.nextInt(locks.size());
        LocalDate day = aroundToday();
        isp.call(() ->
                isp.service(ProductLockService.class).unlock(locks.get(which).id(), day));
        return "lifts lock " + which + " on " + day;
    }

    /** Raises or lowers the price of a plan some days ahead, or thinks better of it. */
    String reprice() {
        PriceChangeService service = isp.service(PriceChangeService.class);
        if (!rises.isEmpty() && random.nextInt(3) == 0) {
            int which = random.nextInt(rises.size());
            isp.call(() -> service.withdraw(rises.get(which)));
            return "withdraws rise " + which;
        }
        UUID offering = any(plans.offerings());
        LocalDate day = isp.today().plusDays(1 + random.nextInt(40));
        BigDecimal percent = BigDecimal.valueOf(random.nextInt(41) - 20);
        PriceChangeData data = new PriceChangeData(
                "Rise",
                offering,
                null,
                null,
                random.nextBoolean(),
                new PriceRule(PriceRule.Kind.PERCENT, percent),
                day);
        rises.add(isp.call(() -> service.plan(data)).id());
        return "changes the price of " + plan(offering) + " by " + percent + " % on " + day;
    }

    /** Uses something today, perhaps told twice. */
    String use() {
        List<Holding> metered =
                holdings.stream().filter(each -> plans.isMetered(each.offering)).toList();
        if (metered.isEmpty()) {
            return "uses nothing";
        }
        Holding holding = any(metered);
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(60_000), 3);
        LocalDate day = random.nextInt(3) == 0 ? isp.today().minusDays(random.nextInt(40)) : isp.today();
        UsageRecord record = new UsageRecord(
                "radius",
                "r" + records++,
                holding.productId,
                "GB",
                quantity,
                day.atTime(random.nextInt(24), 0).atZone(SimulatedIsp.ZONE).toInstant());
        isp.call(() -> isp.service(UsageService.class).record(List.of(record)));
        if (random.nextInt(3) == 0) {
            isp.call(() -> isp.service(UsageService.class).record(List.of(record)));
        }
        used.computeIfAbsent(holding.productId, id -> new HashMap<>()).merge(day, quantity, BigDecimal::add);
        return "used " + quantity + " GB on " + day + " of product " + holdings.indexOf(holding);
    }

    private UUID order(UUID customer, OrderData.Item item, LocalDate day) {
        return isp.call(() -> isp.service(OrderService.class)
                .place(new OrderData(null, null, customer, day, List.of(item)))
                .data()
                .items()
                .get(0)
                .productId());
    }

    private List<OrderedDiscount> discounts() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(discount(Discount.Kind.PERCENT, "10", 3), discount(Discount.Kind.AMOUNT, "1.50", null));
            case 1 -> List.of(discount(Discount.Kind.PERCENT, "33.3", null));
            case 2 -> List.of(discount(Discount.Kind.PERCENT, "100", 2));
            default -> List.of();
        };
    }

    private static OrderedDiscount discount(Discount.Kind kind, String value, Integer periods) {
        return new OrderedDiscount(new Discount("Welcome", kind, new BigDecimal(value), null, null), periods);
    }

    private int quantity() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
    }

    private LocalDate aroundToday() {
        return switch (random.nextInt(4)) {
            case 0 -> isp.today().minusDays(random.nextInt(35));
            case 1 -> isp.today().plusDays(random.nextInt(20));
            default -> isp.today();
        };
    }

    private String plan(UUID offering) {
        return "plan " + (plans.offerings().indexOf(offering) + 1);
    }

    /** Mostly one that somebody still has: what is over is refused, which is soon told. */
    private Holding anyHolding() {
        List<Holding> open = holdings.stream().filter(each -> !each.isEnded).toList();
        return open.isEmpty() || random.nextInt(10) == 0 ? any(holdings) : any(open);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
