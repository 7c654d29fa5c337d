package net.dotmac.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * On whose behalf a call runs: the tenant, who acts, what he may do, and the id that ties its traces together.
 *
 * <p>It is built where a call enters (a verified token, the console's session, a job's parameter, a message's property),
 * never from a header or a query parameter, and travels with the thread. Code outside a bound block has no context, and
 * {@link CallInterceptor} refuses its calls.
 *
 * @param tenantId the ISP whose data the call may see
 * @param actor who acts, for the audit trail: {@code user:anna}, {@code client:erp}, {@code system:poller}
 * @param permissions {@code resource.action} names, e.g. {@code invoice.issue}
 * @param correlationId ties log lines, events and audit entries of one cause together
 */
public record CallContext(UUID tenantId, String actor, Set<String> permissions, String correlationId) {

    /** Held by the application's own background work only; no token and no role carries it. */
    public static final Set<String> ALL_PERMISSIONS = Set.of("*");

    private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

    public CallContext {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(actor, "actor");
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /** The application's own background work for one tenant, e.g. {@code system("poller", tenant)}. */
    public static CallContext system(String component, UUID tenantId) {
        return new CallContext(
                tenantId, "system:" + component, ALL_PERMISSIONS, Ids.next().toString());
    }

    /** The context bound to this thread, or empty. */
    public static Optional<CallContext> peek() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The context bound to this thread. @throws DomainException {@code no-call-context} if there is none */
    public static CallContext current() {
        CallContext context = CURRENT.get();
        if (context == null) {
            throw new DomainException(CommonProblem.NO_CONTEXT, "This call needs a caller, and none is known.");
        }
        return context;
    }

    public boolean may(String permission) {
        return permissions.contains(permission) || permissions.equals(ALL_PERMISSIONS);
    }

    /** @throws DomainException {@code missing-permission} unless the permission is held */
    public void require(String permission) {
        if (!may(permission)) {
            throw new DomainException(
                    CommonProblem.MISSING_PERMISSION,
                    "This needs the permission " + permission + ", which " + actor + " does not have.");
        }
    }

    /**
     * The same caller, for what a service does on its own account to fulfil a call it has already permitted: whoever may issue
     * a credit note has it booked without holding the ledger's permission himself.
     */
    public CallContext with(String... more) {
        if (permissions.equals(ALL_PERMISSIONS)) {
            return this;
        }
        Set<String> all = new HashSet<>(permissions);
        all.addAll(List.of(more));
        return new CallContext(tenantId, actor, all, correlationId);
    }

    /** Binds this context until the scope is closed; scopes nest, the outer context comes back. */
    public Scope bind() {
        CallContext outer = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }

    public void run(Runnable work) {
        try (Scope scope = bind()) {
            work.run();
        }
    }

    public <T> T call(Callable<T> work) throws Exception {
        try (Scope scope = bind()) {
            return work.call();
        }
    }

    /** Ends a binding; closing never fails. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
