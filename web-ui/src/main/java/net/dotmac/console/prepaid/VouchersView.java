package net.dotmac.console.prepaid;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.prepaid.VoucherBatchService;
import net.dotmac.prepaid.VoucherService;

/** Batches of vouchers, and the place to redeem one. */
@NeedsPermission("voucher.read")
@Route(value = "vouchers", layout = ConsoleLayout.class)
public class VouchersView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String SHOW = "show";

    private final ListPage<VoucherBatchDetails> list;
    private final ListBar bar;

    @Inject
    VouchersView(VoucherBatchService batches, VoucherService vouchers, VoucherDesk desk, SavedFilterService saved) {
        addClassName("fills");
        list = new ListPage<>(query -> batches.list(latestFirst(query)));
        columns();
        list.opens(batch -> "vouchers/" + batch.id());
        bar = new ListBar("vouchers", list, saved)
                .choice(
                        SHOW,
                        Words.of("prepaid.voucher.show"),
                        List.of("all", "made", "activated", "stopped"),
                        each -> Words.of("prepaid.voucher.show." + each));
        PageHead head = new PageHead(Words.of("prepaid.vouchers"));
        if (Person.signedIn().may("voucher.redeem")) {
            head.actions(new Button(
                    Words.of("prepaid.voucher.redeem"), click -> new RedeemDialog(vouchers, desk.chooser()).open()));
        }
        if (Person.signedIn().may("voucher.write")) {
            Button make = new Button(Words.of("prepaid.voucher.make"), click -> new MakeVouchersDialog(
                            batches, desk.today(), desk.currency(), made -> UI.getCurrent()
                                    .navigate("vouchers/" + made.id()))
                    .open());
            make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(make);
        }
        add(head, bar, list);
    }

    private static Query latestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("madeOn", true) : query;
    }

    private void columns() {
        list.text(Words.of("prepaid.voucher.name"), VoucherBatchDetails::name, null);
        list.badge(Words.of("prepaid.state"), VoucherWords::state);
        list.number(Words.of("prepaid.voucher.value"), VoucherWords::value, null);
        list.number(Words.of("prepaid.voucher.quantity"), batch -> String.valueOf(batch.quantity()), null);
        list.number(Words.of("prepaid.voucher.redeemed"), batch -> String.valueOf(batch.redeemed()), null);
        list.text(Words.of("prepaid.voucher.expiresOn"), batch -> Formats.day(batch.expiresOn()), "expiresOn")
                .setFlexGrow(0);
        list.text(Words.of("prepaid.voucher.madeOn"), batch -> Formats.day(batch.madeOn()), "madeOn")
                .setFlexGrow(0);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            String chosen = shown.chosen(SHOW);
            if (!chosen.equals("all")) {
                filters.add(Filter.equal("state", chosen));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("prepaid.vouchers") + " · DotMac";
    }
}
