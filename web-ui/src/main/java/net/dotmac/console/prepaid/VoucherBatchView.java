package net.dotmac.console.prepaid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
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
import net.dotmac.console.shell.Person;
import net.dotmac.prepaid.RedemptionDetails;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.prepaid.VoucherBatchService;

/** One batch: what it is worth, where it stands, who redeemed, and what comes next. */
@NeedsPermission("voucher.read")
@Route(value = "vouchers/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class VoucherBatchView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient VoucherBatchService batches;
    private final transient VoucherDesk desk;
    private transient VoucherBatchDetails batch;

    @Inject
    VoucherBatchView(VoucherBatchService batches, VoucherDesk desk) {
        this.batches = batches;
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new));
    }

    private void show(UUID id) {
        batch = batches.get(id);
        removeAll();
        PageHead head = new PageHead(batch.name());
        head.badges(VoucherWords.state(batch));
        if (Person.signedIn().may("voucher.write")) {
            actions(head);
        }
        List<RedemptionDetails> redemptions = batches.redemptions(id);
        add(
                head,
                new Panel(Words.of("prepaid.voucher.batch"), facts()),
                new Panel(
                        Words.of("prepaid.voucher.redemptions"),
                        redemptions.isEmpty()
                                ? new Span(Words.of("prepaid.voucher.redemptions.none"))
                                : table(redemptions)));
    }

    private void actions(PageHead head) {
        VoucherDialogs dialogs = new VoucherDialogs(batches, batch, () -> show(batch.id()));
        boolean isMade = batch.state().equals("made");
        if (isMade && batch.codesAt() == null) {
            head.actions(primary("prepaid.voucher.codes", () -> dialogs.codes().open()));
        } else if (isMade) {
            head.actions(primary("prepaid.voucher.activate", () -> dialogs.activate(desk.chooser())
                    .open()));
        }
        if (!batch.state().equals("stopped") && batch.lapsedOn() == null) {
            head.actions(new Button(
                    Words.of("prepaid.voucher.stop"), click -> dialogs.stop().open()));
        }
    }

    private static Button primary(String key, Runnable work) {
        Button button = new Button(Words.of(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Facts facts() {
        Facts facts = new Facts()
                .with(Words.of("prepaid.voucher.value"), VoucherWords.value(batch))
                .with(Words.of("prepaid.voucher.quantity"), String.valueOf(batch.quantity()))
                .with(Words.of("prepaid.voucher.redeemed"), String.valueOf(batch.redeemed()))
                .with(Words.of("prepaid.voucher.expiresOn"), Formats.day(batch.expiresOn()))
                .with(Words.of("prepaid.voucher.madeOn"), Formats.day(batch.madeOn()) + " · " + batch.madeBy());
        if (batch.billingAccountId() != null) {
            RouterLink buyer = new RouterLink();
            buyer.setText(Words.of("prepaid.voucher.buyer.open"));
            buyer.getElement().setAttribute("href", "accounts/" + batch.billingAccountId());
            facts.with(Words.of("prepaid.voucher.buyer"), buyer)
                    .with(Words.of("prepaid.voucher.activatedOn"), Formats.day(batch.activatedOn()));
        }
        if (batch.stopReason() != null) {
            facts.with(Words.of("prepaid.voucher.stopReason"), batch.stopReason());
        }
        if (batch.lapsedOn() != null) {
            facts.with(Words.of("prepaid.voucher.lapsedOn"), Formats.day(batch.lapsedOn()));
        }
        return facts;
    }

    private static Component table(List<RedemptionDetails> redemptions) {
        Grid<RedemptionDetails> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setItems(redemptions);
        grid.setAllRowsVisible(redemptions.size() <= 50);
        grid.addColumn(RedemptionDetails::serial).setHeader(Words.of("prepaid.voucher.serial"));
        grid.addColumn(each -> Formats.time(each.at())).setHeader(Words.of("prepaid.voucher.when"));
        grid.addComponentColumn(each -> {
                    RouterLink account = new RouterLink();
                    account.setText(Words.of("prepaid.voucher.account.open"));
                    account.getElement().setAttribute("href", "accounts/" + each.billingAccountId());
                    return account;
                })
                .setHeader(Words.of("prepaid.account"));
        grid.addColumn(RedemptionDetails::actor).setHeader(Words.of("prepaid.who"));
        return grid;
    }

    @Override
    public String getPageTitle() {
        return (batch == null ? Words.of("prepaid.vouchers") : batch.name()) + " · DotMac";
    }
}
