package net.dotmac.console.usage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageIntakeService;

/** The deliveries of usage records, the latest first, and the upload of files. */
@NeedsPermission("usage.read")
@Route(value = "usage", layout = ConsoleLayout.class)
public class UsageView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "refused";

    private final ListPage<UsageBatchDetails> list;
    private final ListBar bar;

    @Inject
    UsageView(UsageIntakeService intake, SavedFilterService saved) {
        addClassName("fills");
        PageHead head = new PageHead(Words.of("usage.title"));
        list = new ListPage<>(query -> intake.batches(latestFirst(query)));
        list.text(Words.of("usage.receivedAt"), row -> Formats.time(row.receivedAt()), "receivedAt")
                .setFlexGrow(0);
        list.text(Words.of("usage.name"), UsageBatchDetails::name, null);
        list.text(Words.of("usage.channel"), row -> Words.of("usage.channel." + row.channel()), null)
                .setFlexGrow(0);
        list.number(Words.of("usage.records"), row -> Formats.count(row.records()), null);
        list.number(Words.of("usage.accepted"), row -> Formats.count(row.accepted()), null);
        list.number(Words.of("usage.duplicates"), row -> Formats.count(row.duplicates()), null);
        list.badge(Words.of("usage.state"), UsageView::state);
        list.text(Words.of("usage.receivedBy"), UsageBatchDetails::receivedBy, null);
        list.opens(row -> "usage/" + row.id());
        bar = new ListBar("usage", list, saved)
                .choice(
                        REFUSED,
                        Words.of("usage.show"),
                        List.of("", "some"),
                        each -> Words.of(each.isEmpty() ? "usage.show.all" : "usage.show.refused"));
        if (Person.signedIn().may("usage.write")) {
            Button upload =
                    new Button(Words.of("usage.upload"), click -> new UsageUploadDialog(intake, list::refresh).open());
            upload.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(upload);
        }
        add(head, bar, list);
    }

    private static Query latestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("receivedAt", true) : query;
    }

    static Badge state(UsageBatchDetails batch) {
        return batch.refused() == 0
                ? new Badge(Words.of("usage.whole"), Badge.Tone.GOOD)
                : new Badge(Words.of("usage.refused", batch.refused()), Badge.Tone.WARN);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (shown.chosen(REFUSED).equals("some")) {
                filters.add(new Filter(REFUSED, Filter.Operator.GT, List.of("0")));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("usage.title") + " · DotMac";
    }
}
