package net.dotmac.devtools.simulator;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.SliceFailedException;
import net.dotmac.services.OrderService;
import net.dotmac.services.PriceChangeService;

/** What happens while people sleep: days pass, runs bill, and sometimes the power fails. */
final class Nights {

    private final SimulatedIsp isp;
    private final Random random;

    Nights(SimulatedIsp isp, Random random) {
        this.isp = isp;
        this.random = random;
    }

    String sleep(int days) {
        isp.moveTo(isp.today().plusDays(days));
        OrderService orders = isp.service(OrderService.class);
        while (isp.call(orders::completeDue) > 0) {}
        PriceChangeService prices = isp.service(PriceChangeService.class);
        while (isp.call(prices::applyDue) > 0) {}
        return days + " days pass";
    }

    String bill() {
        BillingRunDetails run = workOff(start(false, null));
        return "bills " + run.billed() + " accounts, " + run.blocked() + " are blocked";
    }

    String preview() {
        BillingRunDetails run = workOff(start(true, null));
        return "previews " + run.billed() + " accounts";
    }

    /** A run whose slice is done and lost before its commit, and then done by whoever takes the run over. */
    String crash() {
        UUID run = start(false, null);
        BillingRunService runs = isp.service(BillingRunService.class);
        try {
            isp.call(() -> {
                runs.processNextSlice(run);
                throw new PowerFailure();
            });
        } catch (PowerFailure e) {
            return "loses its power, then bills " + workOff(run).billed() + " accounts";
        }
        throw new IllegalStateException("the power did not fail");
    }

    private UUID start(boolean isPreview, List<UUID> accounts) {
        BillingRunService runs = isp.service(BillingRunService.class);
        boolean isFuture = random.nextInt(10) == 0;
        return isp.call(() -> runs.start(new BillingRunRequest(
                        isFuture ? isp.today() : isp.today().minusDays(random.nextInt(3)), isPreview, accounts))
                .id());
    }

    private BillingRunDetails workOff(UUID run) {
        BillingRunService runs = isp.service(BillingRunService.class);
        boolean isMore = true;
        while (isMore) {
            try {
                isMore = isp.call(() -> runs.processNextSlice(run));
            } catch (SliceFailedException e) {
                isp.run(() -> runs.noteFailure(run, e.slice(), e.getMessage()));
            }
        }
        return isp.call(() -> runs.finish(run));
    }

    private static final class PowerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
