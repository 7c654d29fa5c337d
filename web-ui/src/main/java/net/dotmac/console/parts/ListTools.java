package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.identity.SavedFilter;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;

/** The tools of a list: views that a person saved, which columns to show, and the rows as CSV. */
class ListTools extends Div {

    private static final long serialVersionUID = 1L;

    private final ListBar bar;
    private final ListPage<?> list;
    private final transient SavedFilterService saved;
    private final SubMenu views;
    private final SubMenu columns;
    private final transient Map<ListColumn<?>, MenuItem> columnItems = new LinkedHashMap<>();

    ListTools(ListBar bar, ListPage<?> list, SavedFilterService saved) {
        this.bar = bar;
        this.list = list;
        this.saved = saved;
        addClassName("tools");
        MenuBar menus = new MenuBar();
        menus.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
        views = menus.addItem(Words.of("parts.views")).getSubMenu();
        columns = menus.addItem(Words.of("parts.columns")).getSubMenu();
        add(menus, new CsvLink(list, bar.path()));
    }

    void refresh() {
        if (columnItems.isEmpty()) {
            list.listColumns().forEach(each -> columnItems.put(each, columnItem(each)));
        }
        // The menu stays open while a person ticks one column after the other, so its items are kept.
        columnItems.forEach((each, item) -> item.setChecked(each.column().isVisible()));
        List<SavedFilter> known = saved.mine(bar.path());
        views.removeAll();
        for (SavedFilter view : known) {
            views.addItem(view.name(), click -> UI.getCurrent()
                    .navigate(bar.path(), QueryParameters.fromString(view.query())));
        }
        views.addItem(Words.of("parts.views.save"), click -> ask());
        if (!known.isEmpty()) {
            SubMenu deletions = views.addItem(Words.of("parts.views.delete")).getSubMenu();
            known.forEach(view -> deletions.addItem(view.name(), click -> {
                saved.delete(view.id());
                refresh();
            }));
        }
    }

    private MenuItem columnItem(ListColumn<?> shown) {
        MenuItem item = columns.addItem(shown.header());
        item.setCheckable(true);
        item.setKeepOpen(true);
        item.addClickListener(click -> {
            boolean isLast = list.getColumns().stream()
                            .filter(column -> column.isVisible())
                            .count()
                    == 1;
            shown.column().setVisible(item.isChecked() || isLast);
            bar.changed(true);
        });
        return item;
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of("parts.views.save"));
        TextField name = new TextField(Words.of("parts.views.name"));
        name.setHelperText(Words.of("parts.views.hint"));
        name.setMaxLength(60);
        name.setWidthFull();
        name.focus();
        Button save = new Button(Words.of("parts.views.keep"), click -> {
            try {
                saved.save(bar.path(), name.getValue(), bar.state().getQueryString());
                dialog.close();
                refresh();
                Notices.done(Words.of("parts.views.kept", name.getValue().strip()));
            } catch (DomainException e) {
                name.setErrorMessage(e.getMessage());
                name.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(name);
        dialog.getFooter().add(new Button(Words.of("parts.cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
