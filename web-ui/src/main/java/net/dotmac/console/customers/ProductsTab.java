package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.catalog.PriceType;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.platform.ClockService;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductLockService;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/** What the customer has, each with the prices he pays. */
@Dependent
public class ProductsTab implements CustomerTab {

    private final ProductService products;
    private final ProductLockService locks;
    private final ClockService clock;

    @Inject
    public ProductsTab(ProductService products, ProductLockService locks, ClockService clock) {
        this.products = products;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String title() {
        return "customers.products";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return "product.read";
    }

    @Override
    public Component content(CustomerDetails customer) {
        List<ProductDetails> found = products.list(Query.where(
                        Filter.equal("relatedParty.id", customer.id().toString())))
                .rows();
        if (found.isEmpty()) {
            return new EmptyState(Words.of("customers.noProducts"), Words.of("customers.noProducts.text"));
        }
        Div cards = new Div();
        cards.addClassName("cards");
        found.forEach(product -> cards.add(card(product)));
        return cards;
    }

    private Component card(ProductDetails product) {
        Div card = new Div();
        card.addClassName("card");
        Div head = new Div(new H3(product.name()), status(product.status()));
        head.addClassName("card-head");
        Span days = new Span(Words.of(
                product.endOn() == null ? "customers.product.since" : "customers.product.until",
                Formats.day(product.startOn()),
                product.endOn() == null ? "" : Formats.day(product.endOn().minusDays(1))));
        days.addClassName("quiet");
        UnorderedList prices = new UnorderedList();
        product.items().stream().filter(this::isToCome).map(this::price).forEach(prices::add);
        card.add(head, days);
        if (product.committedUntil() != null && product.committedUntil().isAfter(clock.today())) {
            Span bound = new Span(Words.of(
                    "customers.product.committed",
                    Formats.day(product.committedUntil().minusDays(1))));
            bound.addClassName("quiet");
            card.add(bound);
        }
        card.add(prices, new ProductLocksPanel(locks, product, clock.today()));
        return card;
    }

    static Badge status(String status) {
        Badge.Tone tone =
                switch (status) {
                    case "active" -> Badge.Tone.GOOD;
                    case "suspended" -> Badge.Tone.BAD;
                    case "terminated", "cancelled", "aborted" -> Badge.Tone.NEUTRAL;
                    default -> Badge.Tone.INFO;
                };
        return new Badge(Words.of("customers.product.status." + status), tone);
    }

    /** What is charged now and what will be; what has ended is on the invoices. */
    private ListItem price(SubscriptionItem item) {
        Span name = new Span(days(item));
        Span amount = new Span(PriceWords.of(item.terms()));
        amount.addClassName("number");
        ListItem line = new ListItem(name, amount);
        line.addClassName("price-line");
        return line;
    }

    private String days(SubscriptionItem item) {
        String name = item.terms().name();
        if (item.terms().type() != PriceType.RECURRING) {
            return name;
        }
        if (item.end() != null) {
            return Words.of(
                    "customers.price.until", name, Formats.day(item.end().minusDays(1)));
        }
        return item.start().isAfter(clock.today())
                ? Words.of("customers.price.from", name, Formats.day(item.start()))
                : name;
    }

    private boolean isToCome(SubscriptionItem item) {
        return item.end() == null
                || (item.end().isAfter(clock.today()) && item.end().isAfter(item.start()));
    }
}
