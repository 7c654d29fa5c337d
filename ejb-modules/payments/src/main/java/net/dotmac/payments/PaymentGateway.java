package net.dotmac.payments;

import net.dotmac.kernel.Money;

/**
 * Charges customers' cards on pages of its own: nothing of a card ever comes near us. Each call is asked anew after a failure and
 * has one effect by its key.
 */
public interface PaymentGateway {

    /**
     * Opens the page where an intent is paid, or finds the one that was opened for it before.
     *
     * @throws GatewayException if it refuses, or nobody knows what came of it
     */
    Checkout open(GatewayAccess access, Order order) throws GatewayException;

    /**
     * What has come of a page.
     *
     * @throws GatewayException if it refuses, or does not answer
     */
    Checkout look(GatewayAccess access, String checkoutId) throws GatewayException;

    /**
     * What is to be paid.
     *
     * @param key the intent's id: the same one has one effect
     * @param description what the customer reads
     */
    record Order(String key, Money amount, String description) {}

    /**
     * A page where a customer pays.
     *
     * @param id the gateway's id of it
     * @param key of the intent, as it was ordered
     * @param url where it is, or null if it is not open any more
     * @param state whether it is paid
     * @param paid what was paid, or null
     * @param chargeId the gateway's id of the payment, or null
     */
    record Checkout(String id, String key, String url, State state, Money paid, String chargeId) {}

    /** How it stands. */
    enum State {
        OPEN,
        PAID,
        EXPIRED
    }
}
