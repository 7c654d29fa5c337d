package net.dotmac.console.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
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
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;

/** The files that were brought from another system, the latest first, and the upload of more. */
@NeedsPermission("import.read")
@Route(value = "imports", layout = ConsoleLayout.class)
public class ImportsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";
    private static final String STATE = "state";

    private final ListPage<ImportDetails> list;
    private final ListBar bar;

    @Inject
    ImportsView(ImportService imports, SavedFilterService saved) {
        addClassName("fills");
        PageHead head = new PageHead(Words.of("imports.title"));
        list = new ListPage<>(query -> imports.list(latestFirst(query)));
        list.text(Words.of("imports.uploadedAt"), row -> Formats.time(row.uploadedAt()), "uploadedAt")
                .setFlexGrow(0);
        list.text(Words.of("imports.kind"), row -> ImportWords.kind(row.kind()), KIND)
                .setFlexGrow(0);
        list.text(Words.of("imports.name"), ImportDetails::name, "name");
        list.number(Words.of("imports.rows"), row -> Formats.count(row.rows()), null);
        list.number(Words.of("imports.badRows"), row -> Formats.count(row.badRows()), null);
        list.badge(Words.of("imports.state"), ImportWords::state);
        list.text(Words.of("imports.uploadedBy"), ImportDetails::uploadedBy, null);
        list.opens(row -> "imports/" + row.id());
        List<String> kinds =
                Stream.concat(Stream.of(""), imports.kinds().keySet().stream()).toList();
        bar = new ListBar("imports", list, saved)
                .choice(
                        KIND,
                        Words.of("imports.kind"),
                        kinds,
                        each -> each.isEmpty() ? Words.of("imports.kind.all") : ImportWords.kind(each))
                .choice(
                        STATE,
                        Words.of("imports.state"),
                        List.of("", "faulty", "ready", "applied", "discarded"),
                        each -> Words.of("imports.show." + (each.isEmpty() ? "all" : each)));
        if (Person.signedIn().may("import.write")) {
            Button upload = new Button(Words.of("imports.upload"), click -> new ImportUploadDialog(imports).open());
            upload.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(upload);
        }
        add(head, bar, list);
    }

    private static Query latestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("id", true) : query;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            for (String each : List.of(KIND, STATE)) {
                if (!shown.chosen(each).isEmpty()) {
                    filters.add(Filter.equal(each, shown.chosen(each)));
                }
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("imports.title") + " · DotMac";
    }
}
