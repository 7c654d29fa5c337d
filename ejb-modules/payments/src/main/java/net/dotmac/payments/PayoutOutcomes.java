package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.CreditService;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.domain.Payout;

/** Notes what became of payouts and books it, once each: a payout that is in another state already refuses. */
@ApplicationScoped
class PayoutOutcomes {

    @Inject
    private CreditService credits;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    /** @param why what a person said, or null if the bank told */
    void paid(Payout payout, LocalDate day, String why) {
        payout.pay(day, why);
        book(() -> credits.payOut(payout.id(), day));
    }

    void cancel(Payout payout, String why) {
        LocalDate today = clock.today();
        payout.cancel(why, today);
        book(() -> credits.release(payout.id(), today));
    }

    /**
     * What the bank had is rejected, what it had paid comes back.
     *
     * @param code the bank's reason, or null
     * @param why what a person said, or null
     */
    void failed(Payout payout, String code, String why, LocalDate day) {
        boolean wasPaid = payout.is(Payout.PAID);
        payout.fail(code, why, day);
        book(() -> {
            if (wasPaid) {
                credits.takeIn(payout.id(), day);
            } else {
                credits.release(payout.id(), day);
            }
        });
    }

    /** What is the customer's debt by now of each of these: its credit was taken back. */
    Map<UUID, OpenItem> items(Collection<UUID> payoutIds) {
        if (payoutIds.isEmpty()) {
            return Map.of();
        }
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.items(payoutIds);
        }
    }

    /** @throws DomainException {@code payout-state} if the credit it came from was taken back */
    void requireCovered(Payout payout) {
        OpenItem item = items(List.of(payout.id())).get(payout.id());
        if (item != null && item.openMinor() > 0) {
            throw new DomainException(
                    PaymentProblem.PAYOUT_STATE,
                    "The payment that this credit came from was taken back, and "
                            + new Money(item.openMinor(), item.currency())
                            + " of it are not covered. Cancel the payout.");
        }
    }

    private static void book(Runnable booking) {
        CallContext.current().with("ledger.book").run(booking::run);
    }
}
