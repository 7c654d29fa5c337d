package net.dotmac.console.usage;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageIntakeService;
import net.dotmac.usage.UsageOutcome;

/** One delivery of usage records: what it came to, and what was refused and why. */
@NeedsPermission("usage.read")
@Route(value = "usage/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class UsageBatchView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int FEW = 20;

    private final transient UsageIntakeService intake;

    @Inject
    UsageBatchView(UsageIntakeService intake) {
        this.intake = intake;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        UsageBatchDetails batch = intake.batch(id);
        removeAll();
        PageHead head = new PageHead(batch.name());
        head.badges(UsageView.state(batch));
        Facts facts = new Facts()
                .with(Words.of("usage.receivedAt"), Formats.time(batch.receivedAt()))
                .with(Words.of("usage.receivedBy"), batch.receivedBy())
                .with(Words.of("usage.channel"), Words.of("usage.channel." + batch.channel()))
                .with(Words.of("usage.records"), Formats.count(batch.records()))
                .with(Words.of("usage.accepted"), Formats.count(batch.accepted()))
                .with(Words.of("usage.duplicates"), Formats.count(batch.duplicates()));
        add(head, new Panel(Words.of("usage.delivery"), facts));
        if (batch.refused() > 0) {
            add(new Panel(Words.of("usage.refusedRecords"), refused(intake.refused(id))));
        }
    }

    private static Grid<UsageOutcome> refused(List<UsageOutcome> records) {
        Grid<UsageOutcome> grid = new Grid<>();
        grid.addColumn(UsageOutcome::position)
                .setHeader(Words.of("usage.position"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(UsageOutcome::source)
                .setHeader(Words.of("usage.source"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(UsageOutcome::sourceId)
                .setHeader(Words.of("usage.sourceId"))
                .setAutoWidth(true);
        grid.addColumn(UsageOutcome::reason).setHeader(Words.of("usage.reason")).setFlexGrow(3);
        grid.setItems(records);
        grid.setAllRowsVisible(records.size() <= FEW);
        return grid;
    }

    @Override
    public String getPageTitle() {
        return Words.of("usage.title") + " · DotMac";
    }
}
