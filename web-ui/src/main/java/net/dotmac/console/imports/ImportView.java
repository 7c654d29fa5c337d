package net.dotmac.console.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.console.parts.CsvLink;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportFault;
import net.dotmac.imports.ImportProof;
import net.dotmac.imports.ImportService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/** One file: what is wrong in it and what can be done, or what it came to. */
@NeedsPermission("import.read")
@Route(value = "imports/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class ImportView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ImportService imports;

    @Inject
    ImportView(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(imports.get(id));
    }

    private void show(ImportDetails shown) {
        removeAll();
        addClassName("fills");
        PageHead head = new PageHead(shown.name());
        head.badges(ImportWords.state(shown));
        boolean isOpen = shown.state().equals("ready") || shown.state().equals("faulty");
        if (isOpen && Person.signedIn().may("import.write")) {
            actions(head, shown);
        }
        Facts facts = new Facts()
                .with(Words.of("imports.kind"), ImportWords.kind(shown.kind()))
                .with(Words.of("imports.rows"), Formats.count(shown.rows()))
                .with(Words.of("imports.uploadedAt"), Formats.time(shown.uploadedAt()))
                .with(Words.of("imports.uploadedBy"), shown.uploadedBy())
                .with(Words.of("imports.checkedAt"), Formats.time(shown.checkedAt()));
        if (shown.appliedAt() != null) {
            facts.with(Words.of("imports.appliedAt"), Formats.time(shown.appliedAt()))
                    .with(Words.of("imports.appliedBy"), shown.appliedBy());
        }
        facts.with("SHA-256", shown.sha256());
        add(head, new Panel(Words.of("imports.file"), facts, new Paragraph(Words.of("imports.text." + shown.state()))));
        if (shown.state().equals("faulty")) {
            show(faults(shown), "faults");
        } else if (shown.state().equals("applied")) {
            show(proof(shown), "proof");
        }
    }

    private void show(ListPage<?> list, String name) {
        Div tools = new Div(list.total(), new CsvLink(list, name));
        tools.addClassName("list-tools");
        Div bar = new Div(tools);
        bar.addClassName("filters");
        add(bar, list);
    }

    private void actions(PageHead head, ImportDetails shown) {
        Button check = new Button(Words.of("imports.check"), click -> attempt(shown, "imports.check.done", false));
        Button discard = new Button(Words.of("imports.discard"), click -> discard(shown));
        Button apply = new Button(Words.of("imports.apply"), click -> confirm(shown));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setEnabled(shown.state().equals("ready"));
        head.actions(discard, check, apply);
    }

    private void confirm(ImportDetails shown) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of("imports.apply.ask"));
        dialog.setWidth("min(560px, 96vw)");
        dialog.add(new Paragraph(Words.of("imports.apply.text", Formats.count(shown.rows()))));
        Button write = new Button(Words.of("imports.apply.confirm"), click -> {
            dialog.close();
            attempt(shown, "imports.apply.done", true);
        });
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("imports.close"), click -> dialog.close()), write);
        dialog.open();
    }

    private void attempt(ImportDetails shown, String done, boolean doesApply) {
        try {
            ImportDetails after = doesApply ? imports.apply(shown.id()) : imports.check(shown.id());
            if (after.faults() > 0) {
                Notices.problem(Words.of("imports.faults.found", Formats.count(after.badRows())));
            } else {
                Notices.done(Words.of(done));
            }
            show(after);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void discard(ImportDetails shown) {
        try {
            imports.discard(shown.id());
            Notices.done(Words.of("imports.discard.done"));
            UI.getCurrent().navigate("imports");
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private ListPage<ImportFault> faults(ImportDetails shown) {
        ListPage<ImportFault> list = new ListPage<>(query -> imports.faults(shown.id(), query.offset(), query.limit()));
        list.number(Words.of("imports.line"), row -> String.valueOf(row.line()), null);
        list.text(Words.of("imports.column"), row -> row.column() == null ? "–" : row.column(), null)
                .setFlexGrow(0);
        list.text(Words.of("imports.found"), ImportFault::found, null);
        list.text(Words.of("imports.reason"), row -> Words.of("imports.reason." + row.reason()), null)
                .setFlexGrow(0);
        list.text(Words.of("imports.expected"), ImportFault::expected, null).setFlexGrow(3);
        return list;
    }

    private ListPage<ImportProof> proof(ImportDetails shown) {
        ListPage<ImportProof> list = new ListPage<>(query -> imports.proof(shown.id(), query.offset(), query.limit()));
        list.text(Words.of("imports.proof"), row -> Words.of("imports.proof." + row.what()), null)
                .setFlexGrow(0);
        list.text(Words.of("imports.subject"), ImportView::subject, null);
        list.number(Words.of("imports.rows"), row -> Formats.count(row.rows()), null);
        list.number(Words.of("imports.sum"), ImportView::sum, null);
        return list;
    }

    private static String subject(ImportProof row) {
        if (row.subject() != null && !row.what().equals("customer")) {
            return Words.of("imports.subject." + row.subject());
        }
        return row.subject() == null ? row.currency() : row.subject();
    }

    private static String sum(ImportProof row) {
        boolean isCount = row.currency() == null || row.what().equals("accounts");
        return isCount ? "" : Formats.money(new Money(row.amountMinor(), row.currency()));
    }

    @Override
    public String getPageTitle() {
        return Words.of("imports.title") + " · DotMac";
    }
}
