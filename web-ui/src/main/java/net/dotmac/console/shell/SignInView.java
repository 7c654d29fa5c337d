package net.dotmac.console.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import java.util.Locale;
import net.dotmac.identity.Authentication;
import net.dotmac.identity.SignIn;
import net.dotmac.kernel.Ids;
import net.dotmac.platform.TenantDirectory;

/** Where a person says who he is. */
@Route("sign-in")
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Authentication authentication;
    private final transient TenantDirectory tenants;
    private final TextField tenant = new TextField();
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final Paragraph refusal = new Paragraph();
    private String target = "";

    @Inject
    public SignInView(Authentication authentication, TenantDirectory tenants) {
        this.authentication = authentication;
        this.tenants = tenants;
        addClassName("sign-in");
        Div card = new Div();
        card.addClassName("sign-in-card");
        Div mark = new Div();
        mark.addClassName("mark");
        H1 title = new H1(getTranslation("shell.signIn.title"));
        Paragraph hint = new Paragraph(getTranslation("shell.signIn.hint"));
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        tenant.setLabel(getTranslation("shell.signIn.tenant"));
        tenant.setAutofocus(true);
        tenant.getElement().setAttribute("autocomplete", "organization");
        username.setLabel(getTranslation("shell.signIn.username"));
        username.getElement().setAttribute("autocomplete", "username");
        password.setLabel(getTranslation("shell.signIn.password"));
        password.getElement().setAttribute("autocomplete", "current-password");
        Button enter = new Button(getTranslation("shell.signIn.enter"), click -> signIn());
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        card.add(mark, title, hint, refusal, tenant, username, password, enter);
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        target = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("to")
                .orElse("");
    }

    private void signIn() {
        String slug = tenant.getValue().strip().toLowerCase(Locale.ROOT);
        SignIn outcome = authentication.signIn(
                slug,
                username.getValue().strip(),
                password.getValue(),
                Ids.next().toString());
        if (outcome instanceof SignIn.Accepted accepted) {
            enter(accepted);
        } else {
            refusal.setText(getTranslation("shell.signIn.refused"));
            refusal.setVisible(true);
            password.clear();
            password.focus();
        }
    }

    /** A new session id after sign-in: one planted before it would otherwise be signed in too. */
    private void enter(SignIn.Accepted accepted) {
        VaadinRequest request = VaadinService.getCurrentRequest();
        VaadinService.reinitializeSession(request);
        var home = tenants.byId(accepted.tenantId()).orElseThrow();
        new Person(accepted, home).keepIn(request.getWrappedSession());
        VaadinSession.getCurrent().setLocale(Person.localeOf(home, Locale.forLanguageTag(home.language())));
        UI.getCurrent().getPage().setLocation(safe(target));
    }

    /** Only a path of this console is followed: the address of a foreign site in the link would lead people there. */
    private static String safe(String path) {
        return path.matches("[A-Za-z0-9][A-Za-z0-9/_.,=&?%+-]*") ? path : ".";
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.signIn.title");
    }
}
