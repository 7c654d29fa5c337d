package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.billing.BillingWords;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.TimelineEntry;
import net.dotmac.customers.TimelineService;

/** What happened to the customer, newest first, each with who caused it. */
@Dependent
public class TimelineTab implements CustomerTab {

    private static final int SHOWN = 100;

    private final TimelineService timeline;

    @Inject
    public TimelineTab(TimelineService timeline) {
        this.timeline = timeline;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String title() {
        return "customers.timeline";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return "customer.read";
    }

    @Override
    public Component content(CustomerDetails customer) {
        List<TimelineEntry> entries = timeline.of(customer.id(), null, SHOWN);
        if (entries.isEmpty()) {
            return new EmptyState(Words.of("customers.timeline.empty"), Words.of("customers.timeline.empty.text"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("timeline");
        entries.forEach(entry -> list.add(line(entry)));
        return list;
    }

    private static ListItem line(TimelineEntry entry) {
        Span time = new Span(Formats.time(entry.happenedAt()));
        time.addClassName("timeline-time");
        Span what = new Span(Words.of("customers.event." + entry.type()) + detail(entry));
        Span actor = new Span(entry.actor());
        actor.addClassName("quiet");
        return new ListItem(time, what, actor);
    }

    /** The number, name and amount of what it is about, where the event says them. */
    private static String detail(TimelineEntry entry) {
        StringBuilder detail = new StringBuilder();
        for (String key : List.of("number", "name")) {
            if (entry.data().get(key) instanceof String text) {
                detail.append(" · ").append(text);
            }
        }
        Object minor = entry.data().getOrDefault("grossMinor", entry.data().get("amountMinor"));
        if (minor instanceof Number amount && entry.data().get("currency") instanceof String currency) {
            detail.append(" · ").append(BillingWords.money(amount.longValue(), currency));
        }
        return detail.toString();
    }
}
