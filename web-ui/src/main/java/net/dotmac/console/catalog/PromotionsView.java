package net.dotmac.console.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionDetails;
import net.dotmac.catalog.PromotionService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;

/** The codes that make an order cheaper, and how often each was used. */
@NeedsPermission("catalog.read")
@Route(value = "promotions", layout = ConsoleLayout.class)
public class PromotionsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PromotionService promotions;
    private final ListBar bar;

    @Inject
    public PromotionsView(
            PromotionService promotions, CatalogService catalog, ClockService clock, SavedFilterService saved) {
        this.promotions = promotions;
        addClassName("fills");
        LocalDate today = clock.today();
        boolean isMine = Person.signedIn().may("catalog.write");
        PageHead head = new PageHead(Words.of("catalog.promotions"));
        if (isMine) {
            Button create = new Button(
                    Words.of("catalog.promotion.new"),
                    click -> new PromotionDialog(promotions, catalog, today, PromotionsView::again).open());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(create);
        }
        ListPage<PromotionDetails> list = new ListPage<>(
                query -> promotions.list(query.sorts().isEmpty() ? query.orderBy("validFrom", true) : query));
        list.text(Words.of("catalog.promotion.code"), row -> row.data().code(), "code");
        list.text(Words.of("catalog.promotion.name"), row -> row.data().name(), null);
        list.badge(Words.of("catalog.status"), row -> state(row, today));
        list.text(Words.of("catalog.promotion.gives"), PromotionsView::gives, null);
        list.text(
                Words.of("catalog.promotion.from"),
                row -> Formats.day(row.data().validFrom()),
                "validFrom");
        list.text(
                Words.of("catalog.promotion.to"),
                row -> row.data().validTo() == null
                        ? "–"
                        : Formats.day(row.data().validTo()),
                null);
        list.number(Words.of("catalog.promotion.uses"), PromotionsView::uses, null);
        if (isMine) {
            list.component(Words.of("catalog.promotion.end"), this::end, row -> "", null);
        }
        bar = new ListBar("promotions", list, saved);
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {});
    }

    private Button end(PromotionDetails promotion) {
        Button end = new Button(Words.of("catalog.promotion.end"), click -> {
            try {
                promotions.end(promotion.id());
                Notices.done(
                        Words.of("catalog.promotion.ended", promotion.data().code()));
                again();
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        end.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        end.setVisible(promotion.endedAt() == null);
        return end;
    }

    private static void again() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private static Badge state(PromotionDetails promotion, LocalDate today) {
        PromotionData data = promotion.data();
        boolean isUsedUp = data.usesAtMost() != null && promotion.uses() >= data.usesAtMost();
        boolean isOver = data.validTo() != null && data.validTo().isBefore(today);
        if (promotion.endedAt() != null || isOver) {
            return new Badge(Words.of("catalog.promotion.state.over"), Badge.Tone.NEUTRAL);
        }
        if (isUsedUp) {
            return new Badge(Words.of("catalog.promotion.state.usedUp"), Badge.Tone.WARN);
        }
        return data.validFrom().isAfter(today)
                ? new Badge(Words.of("catalog.promotion.state.ahead"), Badge.Tone.INFO)
                : new Badge(Words.of("catalog.promotion.state.open"), Badge.Tone.GOOD);
    }

    private static String gives(PromotionDetails promotion) {
        PromotionData data = promotion.data();
        String what = data.kind().equals(PromotionData.PERCENT)
                ? Formats.number(
                                data.value(),
                                Math.max(0, data.value().stripTrailingZeros().scale()))
                        + " %"
                : Formats.price(data.value(), data.currency());
        return data.periods() == null ? what : Words.of("catalog.promotion.givesFor", what, data.periods());
    }

    private static String uses(PromotionDetails promotion) {
        Integer most = promotion.data().usesAtMost();
        return most == null
                ? Formats.count(promotion.uses())
                : Words.of("catalog.promotion.usesOf", Formats.count(promotion.uses()), Formats.count(most));
    }

    @Override
    public String getPageTitle() {
        return Words.of("catalog.promotions") + " · DotMac";
    }
}
