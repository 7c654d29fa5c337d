package net.dotmac.kernel;

import java.util.List;
import java.util.Map;

/**
 * Where a fact leaves its domain: the row is written in the caller's transaction, so an event exists exactly if its cause
 * was committed. Delivery comes later, in log order, at least once.
 */
public interface Outbox {

    /**
     * Records a fact about one aggregate.
     *
     * @param type {@code <domain>.<aggregates>.<pastTense>.v<n>}, e.g. {@code billing.invoices.issued.v1}
     * @param aggregateId the id whose events keep their order
     * @param data ids and plain values only (strings, numbers, booleans, lists and maps of them); no entities
     */
    void record(String type, String aggregateId, Map<String, ?> data);

    /** Records many facts of one type, in the order given. */
    default void recordAll(String type, List<Fact> facts) {
        facts.forEach(fact -> record(type, fact.aggregateId(), fact.data()));
    }

    /**
     * A fact about one aggregate.
     *
     * @param aggregateId the id whose events keep their order
     * @param data as in {@link #record}
     */
    record Fact(String aggregateId, Map<String, ?> data) {}
}
