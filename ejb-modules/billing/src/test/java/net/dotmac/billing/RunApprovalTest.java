package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;

class RunApprovalTest {

    private final BillingWorld world = new BillingWorld();
    private final RunApprovalService approvals = world.service(RunApprovalService.class);
    private final BillingRunService runs = world.service(BillingRunService.class);

    @Test
    void whatNeedsApprovalIsIssuedByNobodyAlone() {
        fourEyes();
        world.monthly(world.account(1), "100", "2027-05-01");
        BillingRunDetails waiting = world.bill("2027-05-01");
        assertEquals("awaitingApproval", waiting.state());
        assertEquals("preview", waiting.mode());
        assertEquals(10_000, waiting.totals().get(0).netMinor());
        assertEquals(0, world.invoices().size());
        refused(BillingProblem.RUN_NEEDS_OTHER, () -> approvals.approve(waiting.id()));
        BillingRunDetails issuing = asOther(() -> approvals.approve(waiting.id()));
        assertEquals("issue", issuing.mode());
        assertEquals("finished", world.workOff(issuing.id()).state());
        assertEquals(1, world.invoices().size());
        assertEquals("finished", world.call(() -> runs.get(waiting.id())).state());
        assertThrows(DomainException.class, () -> asOther(() -> approvals.approve(waiting.id())));
        assertEquals(1, world.invoices().size());
    }

    @Test
    void aRejectedRunIssuesNothing() {
        fourEyes();
        world.monthly(world.account(1), "100", "2027-05-01");
        BillingRunDetails waiting = world.bill("2027-05-01");
        assertThrows(DomainException.class, () -> asOther(() -> approvals.reject(waiting.id(), " ")));
        BillingRunDetails rejected = asOther(() -> approvals.reject(waiting.id(), "the price is wrong"));
        assertEquals("finished", rejected.state());
        assertEquals("the price is wrong", rejected.remark());
        assertThrows(DomainException.class, () -> asOther(() -> approvals.approve(waiting.id())));
        assertEquals(0, world.invoices().size());
    }

    @Test
    void onlyTheAccountsThatWereShownAreIssued() {
        fourEyes();
        BillingAccountDetails shown = world.account(1);
        world.monthly(shown, "100", "2027-05-01");
        world.monthly(world.account(1), "50", "2027-05-01");
        UUID waiting = world.call(() ->
                        runs.start(new BillingRunRequest(LocalDate.parse("2027-05-01"), false, List.of(shown.id()))))
                .id();
        world.workOff(waiting);
        world.workOff(asOther(() -> approvals.approve(waiting)).id());
        assertEquals(
                List.of(shown.id()),
                world.invoices().stream().map(InvoiceDetails::billingAccountId).toList());
    }

    @Test
    void withoutThePolicyNothingWaits() {
        world.monthly(world.account(1), "100", "2027-05-01");
        BillingRunDetails run = world.bill("2027-05-01");
        assertEquals("finished", run.state());
        refusedAsOther(() -> approvals.approve(run.id()));
        fourEyes();
        assertEquals("finished", world.preview("2027-06-01").state());
        assertTrue(new BillingWorld().call(approvals::policy).equals(new RunPolicy(false)));
    }

    private void fourEyes() {
        world.run(() -> approvals.changePolicy(new RunPolicy(true)));
    }

    private <T> T asOther(Callable<T> work) {
        return world.call(() -> CallContext.system("other", world.tenant).call(work));
    }

    private void refused(BillingProblem problem, Runnable work) {
        DomainException refused = assertThrows(DomainException.class, () -> world.run(work));
        assertEquals(problem, refused.problem());
    }

    private void refusedAsOther(Callable<?> work) {
        DomainException refused = assertThrows(DomainException.class, () -> asOther(work));
        assertEquals(BillingProblem.RUN_NOT_WAITING, refused.problem());
    }
}
