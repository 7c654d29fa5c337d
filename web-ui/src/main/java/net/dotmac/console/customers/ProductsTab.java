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
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/** What the customer has, each with the prices he pays. */
@Dependent
public class ProductsTab implements CustomerTab {

    private final ProductService products;

    @Inject
    public ProductsTab(ProductService products) {
        this.products = products;
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

    private static Component card(ProductDetails product) {
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
        product.items().stream().map(ProductsTab::price).forEach(prices::add);
        card.add(head, days, prices);
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

    private static ListItem price(SubscriptionItem item) {
        PriceTerms terms = item.terms();
        Span name = new Span(terms.name());
        Span amount = new Span(amount(terms));
        amount.addClassName("number");
        ListItem line = new ListItem(name, amount);
        line.addClassName("price-line");
        return line;
    }

    private static String amount(PriceTerms terms) {
        return switch (terms.type()) {
            case ONE_TIME -> Words.of("customers.price.once", Formats.price(terms.unitPrice(), terms.currency()));
            case RECURRING ->
                Words.of(
                        "customers.price.recurring",
                        Formats.price(terms.unitPrice(), terms.currency()),
                        period(terms.period()));
            case USAGE ->
                Words.of(
                        "customers.price.usage",
                        Formats.number(terms.tariff().allowance(), 0),
                        terms.tariff().unitOfMeasure(),
                        Formats.price(terms.tariff().tiers().get(0).unitPrice(), terms.currency()));
        };
    }

    private static String period(ChargePeriod period) {
        return Words.of("customers.period." + period.unit().wire(), period.length());
    }
}
