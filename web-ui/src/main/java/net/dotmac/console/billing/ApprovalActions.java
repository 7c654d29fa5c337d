package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;

/** The two answers to a run that waits for approval. */
final class ApprovalActions {

    private ApprovalActions() {}

    static Component[] of(BillingRunJobs jobs, RunApprovalService approvals, BillingRunDetails run) {
        Button approve = new Button(Words.of("documents.approve"), click -> open(() -> jobs.approve(run.id())));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button reject = new Button(Words.of("documents.reject"), click -> ask(approvals, run));
        return new Component[] {approve, reject};
    }

    private static void ask(RunApprovalService approvals, BillingRunDetails run) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of("documents.reject"));
        TextField reason = new TextField(Words.of("documents.reject.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        dialog.add(reason);
        dialog.getFooter()
                .add(
                        new Button(Words.of("documents.close"), click -> dialog.close()),
                        new Button(Words.of("documents.reject"), click -> {
                            if (open(() -> approvals.reject(run.id(), reason.getValue()))) {
                                dialog.close();
                            }
                        }));
        dialog.open();
    }

    private static boolean open(Supplier<BillingRunDetails> decision) {
        try {
            BillingRunDetails next = decision.get();
            UI.getCurrent().navigate("billing-runs");
            UI.getCurrent().navigate("billing-runs/" + next.id());
            return true;
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
            return false;
        }
    }
}
