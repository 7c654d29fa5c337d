package net.dotmac.kernel;

import java.util.Map;

/**
 * Who did what to which thing, kept for years: written in the caller's transaction, with actor and correlation id taken from
 * the {@link CallContext}, and never changed or deleted by the application.
 */
public interface AuditTrail {

    /**
     * Records one action of a person, a partner or the application itself.
     *
     * @param action {@code <resource>.<pastTense>}, e.g. {@code customer.created}
     * @param entity the kind of thing, e.g. {@code customer}
     * @param entityId its id
     * @param detail what changed, as plain values; never a secret
     */
    void record(String action, String entity, Object entityId, Map<String, ?> detail);
}
