package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.LockData;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderData.Action;
import net.dotmac.services.OrderService;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductLockService;
import net.dotmac.services.ProductService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** An ISP whose products are ordered, changed and paused, to see what is billed for them. Today is 1 May 2027. */
abstract class SellingIsp {

    BillingWorld world;
    BillingAccountDetails account;

    @BeforeEach
    void begin() {
        world = new BillingWorld();
        account = world.account(1);
    }

    final UUID offering(Integer commitmentMonths, PriceData... prices) {
        CatalogService catalog = world.service(CatalogService.class);
        return world.call(() -> {
            List<UUID> ids = Arrays.stream(prices)
                    .map(price -> catalog.createPrice(price).id())
                    .toList();
            return catalog.createOffering(new OfferingData("Fibre", null, null, ids, commitmentMonths, null))
                    .id();
        });
    }

    static PriceData monthly(String price) {
        return price(PriceType.RECURRING, ChargePeriod.MONTHLY, price);
    }

    static PriceData price(PriceType type, ChargePeriod period, String price, PricePhase... phases) {
        PriceTerms terms =
                new PriceTerms(null, "Access", type, period, new BigDecimal(price), "EUR", false, "standard", null);
        return new PriceData(terms, List.of(phases), null, null);
    }

    final UUID order(Action action, UUID offering, UUID product, String day) {
        return place(
                new OrderData.Item("1", action, 1, offering, product == null ? account.id() : null, product, List.of()),
                day);
    }

    final UUID place(OrderData.Item item, String day) {
        return world.call(() -> world.service(OrderService.class)
                .place(new OrderData(null, null, account.customerId(), LocalDate.parse(day), List.of(item)))
                .data()
                .items()
                .get(0)
                .productId());
    }

    final LockDetails lock(UUID product, LockReason reason, String from, String to) {
        LockData data =
                new LockData(reason, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), null, null);
        return world.call(() -> world.service(ProductLockService.class).lock(product, data));
    }

    final void unlock(LockDetails lock, String day) {
        world.call(() ->
                world.service(ProductLockService.class).unlock(lock.id(), day == null ? null : LocalDate.parse(day)));
    }

    final ProductDetails product(UUID id) {
        return world.call(() -> world.service(ProductService.class).get(id));
    }

    final void bill(String... days) {
        for (String day : days) {
            world.bill(day);
        }
    }

    static String refusal(Executable work) {
        return assertThrows(DomainException.class, work).problem().slug();
    }

    final List<String> lines() {
        return lines(account.id());
    }

    /** Period and net of every line of the account's documents, in the order of issue. */
    final List<String> lines(UUID accountId) {
        return world.call(() -> {
            List<String> lines = new ArrayList<>();
            InvoiceService invoices = world.service(InvoiceService.class);
            Query all = Query.where(Filter.equal("billingAccountId", accountId.toString()))
                    .orderBy("id", false)
                    .page(0, 100);
            for (InvoiceDetails invoice : invoices.list(all).rows()) {
                for (InvoiceLineDetails line : invoices.lines(List.of(invoice.id()))) {
                    lines.add(line.periodStart() + " " + line.periodEnd() + " " + line.netMinor());
                }
            }
            return lines;
        });
    }
}
