package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.PaymentGateway.Checkout;
import net.dotmac.payments.PaymentGateway.Order;
import net.dotmac.payments.domain.GatewayForm;
import net.dotmac.payments.domain.GatewayJson;
import net.dotmac.payments.domain.PaymentIntent;
import net.dotmac.payments.domain.WebhookSignature;
import net.dotmac.payments.persistence.GatewaySettingsRepository;
import net.dotmac.payments.persistence.PaymentIntentRepository;

/**
 * What is done in the database before and after the gateway is asked, and when it reports: each step a short transaction. An
 * intent is paid once, whoever tells it how often and in which order, for each step holds its lock.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class CheckoutService {

    /** Gateways forget keys after a day; to ask under a forgotten one could open a second page. */
    private static final Duration KEY_LIVES = Duration.ofHours(23);

    private static final int WORDS = 500;

    @Inject
    private PaymentIntentRepository repository;

    @Inject
    private GatewaySettingsRepository settings;

    @Inject
    private PaymentService payments;

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    /**
     * What the gateway is to be asked.
     *
     * @param checkoutId of the page to look at, or null if none is known yet
     */
    public record Ask(UUID intentId, GatewayAccess access, String checkoutId, Order order) {}

    /** Takes one intent to ask for, unless nothing is open of it. */
    @Requires("paymentIntent.write")
    public Optional<Ask> claim(UUID intentId) {
        return repository.lock(intentId).flatMap(intent -> settings.access().flatMap(access -> ask(intent, access)));
    }

    /** Takes intents that wait for an answer; nobody else asks for them meanwhile. */
    @Requires("paymentIntent.write")
    public List<Ask> claimDue(int atMost) {
        List<Ask> asks = new ArrayList<>();
        List<UUID> due = repository.due(clock.instant(), atMost);
        Optional<GatewayAccess> access = due.isEmpty() ? Optional.empty() : settings.access();
        for (UUID id : due) {
            PaymentIntent intent = repository.lock(id).orElseThrow();
            access.flatMap(each -> ask(intent, each)).ifPresent(asks::add);
        }
        repository.flush();
        return asks;
    }

    private Optional<Ask> ask(PaymentIntent intent, GatewayAccess access) {
        Instant now = clock.instant();
        PaymentIntentDetails details = intent.details();
        if (details.state().equals("new") && details.createdAt().plus(KEY_LIVES).isBefore(now)) {
            intent.expired();
            announce(intent, "expired");
            return Optional.empty();
        }
        if (!List.of("new", "open").contains(details.state())) {
            return Optional.empty();
        }
        intent.asking(now);
        return Optional.of(new Ask(
                intent.id(),
                access,
                intent.checkoutId(),
                new Order(intent.id().toString(), intent.amount(), intent.description())));
    }

    /** Notes what the gateway answered. */
    @Requires("paymentIntent.write")
    public PaymentIntentDetails answered(UUID intentId, Checkout checkout) {
        PaymentIntent intent =
                repository.lock(intentId).orElseThrow(() -> DomainException.notFound("payment intent", intentId));
        note(intent, checkout);
        return intent.details();
    }

    /**
     * Notes that the gateway refused, or that nobody knows what it did.
     *
     * @param isFinal whether it refused
     */
    @Requires("paymentIntent.write")
    public PaymentIntentDetails failed(UUID intentId, String reason, boolean isFinal) {
        PaymentIntent intent =
                repository.lock(intentId).orElseThrow(() -> DomainException.notFound("payment intent", intentId));
        String words = reason.length() > WORDS ? reason.substring(0, WORDS) : reason;
        if (!isFinal) {
            intent.unanswered(words);
        } else if (intent.refused(words)) {
            announce(intent, "refused");
        }
        repository.flush();
        return intent.details();
    }

    /**
     * Takes in a report of the tenant's gateway. What is about none of our intents, or of another type, is passed over; what
     * came before has no second effect.
     *
     * @param signature the header, or null
     * @return whether anything was done
     * @throws DomainException {@code not-found} for an endpoint that isn't this tenant's; {@code bad-signature}; {@code
     *     invalid-value} for what is no report
     */
    @Requires("paymentIntent.write")
    public boolean take(String endpointId, String signature, byte[] body) {
        boolean isOurs = settings.find()
                .filter(each -> GatewayForm.isSame(each.endpointId(), endpointId))
                .isPresent();
        if (!isOurs) {
            throw DomainException.notFound("endpoint", "of this name");
        }
        String secret = settings.webhookSecret().orElseThrow();
        if (!WebhookSignature.isRight(signature, body, secret, clock.instant())) {
            throw new DomainException(
                    PaymentProblem.BAD_SIGNATURE, "The signature is missing, wrong, or older than five minutes.");
        }
        try {
            Optional<Checkout> checkout = GatewayJson.reported(body);
            return checkout.filter(this::isTaken).isPresent();
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("data", "This is no report that can be read.");
        }
    }

    private boolean isTaken(Checkout checkout) {
        Optional<PaymentIntent> intent = idOf(checkout).flatMap(repository::lock);
        intent.ifPresent(each -> note(each, checkout));
        return intent.isPresent();
    }

    private static Optional<UUID> idOf(Checkout checkout) {
        try {
            return Optional.ofNullable(checkout.key()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void note(PaymentIntent intent, Checkout checkout) {
        switch (checkout.state()) {
            case OPEN -> intent.opened(checkout);
            case EXPIRED -> {
                if (intent.isOf(checkout) && intent.expired()) {
                    announce(intent, "expired");
                }
            }
            case PAID -> {
                if (intent.paid(checkout)) {
                    record(intent, checkout);
                    announce(intent, "paid");
                }
            }
        }
        repository.flush();
    }

    private void record(PaymentIntent intent, Checkout checkout) {
        Money paid = checkout.paid();
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write").bind()) {
            intent.became(payments.record(new PaymentData(
                            intent.billingAccountId(),
                            paid,
                            "card",
                            "gateway:" + (checkout.chargeId() == null ? checkout.id() : checkout.chargeId()),
                            null,
                            intent.description(),
                            null,
                            intent.invoiceId()))
                    .id());
        }
    }

    private void announce(PaymentIntent intent, String what) {
        PaymentIntentDetails details = intent.details();
        outbox.record(
                "payments.intents." + what + ".v1",
                details.billingAccountId().toString(),
                Map.of(
                        "intentId", details.id().toString(),
                        "billingAccountId", details.billingAccountId().toString(),
                        "amountMinor", details.amountMinor(),
                        "currency", details.currency(),
                        "state", details.state()));
    }
}
