package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.CheckoutService.Ask;
import net.dotmac.payments.PaymentGateway.Checkout;
import org.jboss.logging.Logger;

/** Asks the gateway, outside of any transaction: what it does is noted afterwards, and what it did not tell is asked again. */
@ApplicationScoped
public class Checkouts {

    private static final Logger LOG = Logger.getLogger(Checkouts.class);
    private static final int SOME = 20;

    @Inject
    private PaymentIntentService intents;

    @Inject
    private CheckoutService service;

    @Inject
    private PaymentGateway gateway;

    /**
     * Keeps an intent and opens the page where it is paid. If the gateway does not answer, the intent is new and has no
     * address yet; the watch asks again.
     *
     * @throws DomainException as {@link PaymentIntentService#request}
     */
    public PaymentIntentDetails open(PaymentIntentData data) {
        PaymentIntentDetails intent = intents.request(data);
        return service.claim(intent.id()).map(this::ask).orElse(intent);
    }

    /**
     * Asks after all intents of the tenant that wait for an answer.
     *
     * @return how many were asked after
     */
    public int askDue() {
        List<Ask> asks = service.claimDue(SOME);
        for (Ask ask : asks) {
            try {
                // One that does not answer is not waited for again and again: the others have their next turn.
                if (ask(ask).problem() != null) {
                    break;
                }
            } catch (DomainException e) {
                LOG.warnf("What came of payment intent %s can't be noted: %s", ask.intentId(), e.getMessage());
                service.failed(ask.intentId(), e.getMessage(), false);
            }
        }
        return asks.size();
    }

    private PaymentIntentDetails ask(Ask ask) {
        try {
            Checkout checkout = ask.checkoutId() == null
                    ? gateway.open(ask.access(), ask.order())
                    : gateway.look(ask.access(), ask.checkoutId());
            return service.answered(ask.intentId(), checkout);
        } catch (GatewayException e) {
            return service.failed(ask.intentId(), e.getMessage(), e.isFinal());
        }
    }
}
