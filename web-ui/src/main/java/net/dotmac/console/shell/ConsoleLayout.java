package net.dotmac.console.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What surrounds every page: navigation by the work on the left, search, tenant and person on top. */
public class ConsoleLayout extends AppLayout {

    private static final long serialVersionUID = 1L;
    private static final String DARK = "dark";

    @Inject
    public ConsoleLayout(SearchBox search) {
        Person person = Person.signedIn();
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), navigation(person));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Span tenant = new Span(person.tenant().legalName());
        tenant.addClassName("tenant");
        Div spread = new Div();
        spread.addClassName("spread");
        addToNavbar(toggle, search, spread, tenant, personMenu(person));
    }

    private static RouterLink brand() {
        RouterLink brand = new RouterLink("", DashboardView.class);
        Span mark = new Span();
        mark.addClassName("mark");
        brand.add(mark, new Span("DotMac"));
        brand.addClassName("brand");
        return brand;
    }

    private Nav navigation(Person person) {
        Nav navigation = new Nav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        for (Area.Group group : Area.Group.values()) {
            SideNav entries = entries(group, person);
            if (!entries.getItems().isEmpty()) {
                navigation.add(entries);
            }
        }
        return navigation;
    }

    private SideNav entries(Area.Group group, Person person) {
        SideNav entries = new SideNav();
        if (group != Area.Group.START) {
            entries.setLabel(getTranslation(group.key()));
            entries.setCollapsible(true);
        }
        for (Area area : Area.values()) {
            if (area.group() == group && (area.permission() == null || person.may(area.permission()))) {
                SideNavItem item = new SideNavItem(getTranslation(area.key()), area.path(), area.icon());
                item.setMatchNested(!area.path().isEmpty());
                entries.addItem(item);
            }
        }
        return entries;
    }

    private MenuBar personMenu(Person person) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        Avatar avatar = new Avatar(person.account().fullName());
        MenuItem root = bar.addItem(avatar);
        root.setAriaLabel(getTranslation("shell.person", person.account().fullName()));
        var menu = root.getSubMenu();
        menu.addItem(person.account().fullName()).setEnabled(false);
        MenuItem language = menu.addItem(getTranslation("shell.language"));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            MenuItem choice = language.getSubMenu().addItem(locale.getDisplayLanguage(locale), click -> speak(locale));
            choice.setCheckable(true);
            choice.setChecked(UI.getCurrent().getLocale().getLanguage().equals(locale.getLanguage()));
        }
        menu.addItem(getTranslation("shell.theme"), click -> toggleTheme());
        menu.addItem(getTranslation("shell.signOut"), click -> signOut());
        return bar;
    }

    private void speak(Locale locale) {
        VaadinSession.getCurrent().setLocale(Person.localeOf(Person.signedIn().tenant(), locale));
        UI.getCurrent().getPage().reload();
    }

    private void toggleTheme() {
        var themes = UI.getCurrent().getElement().getThemeList();
        boolean dark = !themes.contains(DARK);
        themes.set(DARK, dark);
        VaadinSession.getCurrent().setAttribute(DARK, dark);
    }

    private void signOut() {
        UI.getCurrent().getPage().setLocation("sign-in");
        VaadinServletRequest.getCurrent().getHttpServletRequest().getSession().invalidate();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        boolean dark = Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(DARK));
        event.getUI().getElement().getThemeList().set(DARK, dark);
    }
}
