package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningPolicyService;
import net.dotmac.collections.DunningStep;
import net.dotmac.collections.HolidayService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;

/** When who is dunned and how, one class of customers at a time, and the days on which nobody is. */
@NeedsPermission("collection.read")
@Route(value = "dunning-policies", layout = ConsoleLayout.class)
public class DunningPolicyView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String CLASS = "class";
    private static final List<String> CLASSES = List.of(DunningPolicy.DEFAULT, "household", "business", "publicBody");

    private final transient DunningPolicyService policies;
    private final transient HolidayService holidays;
    private final transient ClockService clock;

    @Inject
    DunningPolicyView(DunningPolicyService policies, HolidayService holidays, ClockService clock) {
        this.policies = policies;
        this.holidays = holidays;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CLASS)
                .orElse(DunningPolicy.DEFAULT);
        show(CLASSES.contains(wanted) ? wanted : DunningPolicy.DEFAULT);
    }

    private void show(String customerClass) {
        removeAll();
        List<DunningPolicy> all = policies.list();
        DunningPolicy own = all.stream()
                .filter(each -> each.customerClass().equals(customerClass))
                .findFirst()
                .orElse(null);
        boolean mayWrite = Person.signedIn().may("dunningPolicy.write");
        PageHead head = new PageHead(Words.of("collections.policy.title"));
        head.badges(
                all.isEmpty()
                        ? new Badge(Words.of("collections.nothing"), Badge.Tone.WARN)
                        : new Badge(
                                String.join(
                                        ", ",
                                        all.stream()
                                                .map(each ->
                                                        Words.of("collections.policy.class." + each.customerClass()))
                                                .toList()),
                                Badge.Tone.GOOD));
        add(head, classes(customerClass));
        if (own == null) {
            boolean isDefault = customerClass.equals(DunningPolicy.DEFAULT);
            add(new Paragraph(Words.of("collections.policy.none" + (isDefault ? ".default" : ""))));
        }
        DunningPolicyForm form = new DunningPolicyForm(own == null ? usual(customerClass) : own);
        add(new Panel(Words.of("collections.policy.head"), form.head()));
        add(new Panel(Words.of("collections.policy.steps"), form.steps()));
        add(new Panel(Words.of("collections.policy.fees"), form.fees()));
        if (mayWrite) {
            add(actions(form, own, customerClass));
        }
        add(new Panel(
                Words.of("collections.holidays"),
                new Paragraph(Words.of("collections.holidays.text")),
                new HolidayTable(holidays, clock.today(), mayWrite)));
    }

    private Select<String> classes(String chosen) {
        Select<String> select = new Select<>();
        select.setLabel(Words.of("collections.policy.class"));
        select.setItems(CLASSES);
        select.setItemLabelGenerator(each -> Words.of("collections.policy.class." + each));
        select.setValue(chosen);
        select.setWidth("22rem");
        select.addValueChangeListener(change ->
                getUI().ifPresent(ui -> ui.navigate("dunning-policies", QueryParameters.of(CLASS, change.getValue()))));
        return select;
    }

    private Component actions(DunningPolicyForm form, DunningPolicy own, String customerClass) {
        Button save = new Button(Words.of("collections.policy.save"), click -> {
            DunningPolicy wanted = form.policy();
            if (wanted == null) {
                Notices.problem(Words.of("collections.policy.incomplete"));
            } else {
                attempt(() -> policies.put(wanted), "collections.policy.saved", customerClass);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(save);
        row.addClassName("filters");
        if (own != null) {
            row.add(new Button(
                    Words.of("collections.policy.remove"),
                    click -> attempt(
                            () -> policies.remove(customerClass), "collections.policy.removed", customerClass)));
        }
        return row;
    }

    private void attempt(Runnable change, String done, String customerClass) {
        try {
            change.run();
            Notices.done(Words.of(done));
            show(customerClass);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private static DunningPolicy usual(String customerClass) {
        return new DunningPolicy(
                customerClass,
                3,
                new BigDecimal("5"),
                List.of(
                        step(7, DunningAction.NOTICE),
                        step(14, DunningAction.NOTICE),
                        step(28, DunningAction.NOTICE, DunningAction.SUSPEND),
                        step(60, DunningAction.TERMINATE)),
                null,
                null);
    }

    private static DunningStep step(int days, DunningAction... actions) {
        return new DunningStep(days, false, List.of(actions));
    }

    @Override
    public String getPageTitle() {
        return Words.of("collections.policy.title") + " · DotMac";
    }
}
