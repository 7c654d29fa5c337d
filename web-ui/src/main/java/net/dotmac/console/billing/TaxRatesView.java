package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.domain.TaxPointRule;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
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

/** The tax rates by category and day: which holds now, which is to come, and which day's rate a period has. */
@NeedsPermission("taxRate.read")
@Route(value = "tax-rates", layout = ConsoleLayout.class)
public class TaxRatesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient TaxRateService rates;
    private final transient ClockService clock;

    @Inject
    public TaxRatesView(TaxRateService rates, ClockService clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        List<TaxRateDetails> all = rates.list();
        Panel list = new Panel(Words.of("taxes.rates"), grid(all, clock.today()));
        if (Person.signedIn().may("taxRate.write")) {
            list.add(form(all));
        }
        add(
                new PageHead(Words.of("taxes.title")),
                list,
                new Panel(Words.of("taxes.rule"), new Paragraph(Words.of("taxes.rule.text")), rule()));
    }

    private static Grid<TaxRateDetails> grid(List<TaxRateDetails> all, LocalDate today) {
        Grid<TaxRateDetails> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        grid.addColumn(TaxRateDetails::category).setHeader(Words.of("taxes.category"));
        grid.addColumn(rate -> rate.jurisdiction().isEmpty() ? "–" : rate.jurisdiction())
                .setHeader(Words.of("taxes.jurisdiction"));
        grid.addColumn(rate -> Formats.number(
                                rate.percent(),
                                Math.max(0, rate.percent().stripTrailingZeros().scale()))
                        + " %")
                .setHeader(Words.of("taxes.percent"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(rate -> Formats.day(rate.validFrom())).setHeader(Words.of("taxes.validFrom"));
        grid.addComponentColumn(rate -> state(rate, all, today)).setHeader(Words.of("taxes.state"));
        grid.setItems(all);
        return grid;
    }

    private static Badge state(TaxRateDetails rate, List<TaxRateDetails> all, LocalDate today) {
        if (rate.validFrom().isAfter(today)) {
            return new Badge(Words.of("taxes.state.ahead"), Badge.Tone.INFO);
        }
        boolean isFollowed = all.stream()
                .anyMatch(other -> other.category().equals(rate.category())
                        && other.jurisdiction().equals(rate.jurisdiction())
                        && other.validFrom().isAfter(rate.validFrom())
                        && !other.validFrom().isAfter(today));
        return isFollowed
                ? new Badge(Words.of("taxes.state.past"), Badge.Tone.NEUTRAL)
                : new Badge(Words.of("taxes.state.now"), Badge.Tone.GOOD);
    }

    private Div form(List<TaxRateDetails> all) {
        ComboBox<String> category = new ComboBox<>(Words.of("taxes.category"));
        category.setItems(all.stream().map(TaxRateDetails::category).distinct().toList());
        category.setAllowCustomValue(true);
        category.addCustomValueSetListener(set -> category.setValue(set.getDetail()));
        TextField jurisdiction = new TextField(Words.of("taxes.jurisdiction"));
        jurisdiction.setMaxLength(100);
        BigDecimalField percent = new BigDecimalField(Words.of("taxes.percent"));
        percent.setSuffixComponent(new Span("%"));
        DatePicker from = new DatePicker(Words.of("taxes.validFrom"));
        Button save = new Button(
                Words.of("taxes.save"),
                click -> attempt(() -> rates.put(new TaxRateDetails(
                        category.getValue(), jurisdiction.getValue().strip(), percent.getValue(), from.getValue()))));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(category, jurisdiction, percent, from, save);
        row.addClassName("filters");
        return row;
    }

    private Select<TaxPointRule> rule() {
        Select<TaxPointRule> rule = new Select<>();
        rule.setItems(TaxPointRule.values());
        rule.setItemLabelGenerator(each -> Words.of("taxes.rule." + each.wire()));
        rule.setValue(rates.rule());
        rule.setWidth("28rem");
        rule.setReadOnly(!Person.signedIn().may("taxRate.write"));
        rule.addValueChangeListener(change -> attempt(() -> rates.changeRule(change.getValue())));
        return rule;
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            Notices.done(Words.of("taxes.saved"));
            show();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("taxes.title") + " · DotMac";
    }
}
