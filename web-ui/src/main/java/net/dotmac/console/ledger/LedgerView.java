package net.dotmac.console.ledger;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.ledger.LedgerService;

/** The ledger: from when on it is open, and a tab for each thing that finance does with it. */
@NeedsPermission("ledger.read")
@Route(value = "ledger", layout = ConsoleLayout.class)
public class LedgerView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient LedgerService ledger;
    private final transient Instance<LedgerTab> tabs;

    @Inject
    public LedgerView(LedgerService ledger, Instance<LedgerTab> tabs) {
        this.ledger = ledger;
        this.tabs = tabs;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        QueryParameters shown = event.getLocation().getQueryParameters();
        List<LedgerTab> open = tabs.stream()
                .filter(tab -> Person.signedIn().may(tab.permission()))
                .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                .toList();
        String wanted = shown.getSingleParameter("tab").orElse("");
        LedgerTab current = open.stream()
                .filter(tab -> tab.name().equals(wanted))
                .findFirst()
                .orElse(open.get(0));
        Div content = new Div(current.content(shown));
        content.addClassNames("tab-content", "stack");
        add(new PageHead(Words.of("ledger.title")).badges(openFrom()), bar(open, current), content);
    }

    private Badge openFrom() {
        LocalDate from = ledger.openFrom();
        return from.equals(LocalDate.MIN)
                ? new Badge(Words.of("ledger.neverClosed"), Badge.Tone.NEUTRAL)
                : new Badge(Words.of("ledger.openFrom", Formats.day(from)), Badge.Tone.INFO);
    }

    private static Tabs bar(List<LedgerTab> open, LedgerTab current) {
        Tabs bar = new Tabs();
        bar.addClassName("tabs");
        open.forEach(tab -> bar.add(new Tab(Words.of(tab.title()))));
        bar.setSelectedIndex(open.indexOf(current));
        bar.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                "ledger",
                                QueryParameters.of(
                                        "tab", open.get(bar.getSelectedIndex()).name()));
            }
        });
        return bar;
    }

    @Override
    public String getPageTitle() {
        return Words.of("ledger.title") + " · DotMac";
    }
}
