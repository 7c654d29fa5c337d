package net.dotmac.snmp;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A handle on the connector, from {@link SnmpConnectionFactory}. Thread-safe; one handle carries any number of requests.
 *
 * <p>The stages never complete exceptionally: what goes wrong is a value. They complete on the connector's few threads, so
 * what is chained to them must not block; hand work on to a managed executor. Closing the handle leaves requests in flight
 * alone.
 */
public interface SnmpConnection extends AutoCloseable {

    /** The most OIDs in one {@link #get}. */
    int MAX_OIDS = 1_000;

    /** The most columns in one {@link #bulkWalk}. */
    int MAX_COLUMNS = 64;

    /**
     * Asks for single variables. A device that says tooBig is asked again in halves.
     *
     * @param oids 1 to {@value #MAX_OIDS} complete names, such as {@code sysUpTime.0}
     * @throws IllegalArgumentException for another number of them
     * @throws IllegalStateException if the handle is closed
     */
    CompletionStage<SnmpResult> get(SnmpTarget target, List<Oid> oids);

    /**
     * Reads columns of one table side by side; by getbulk, or by getnext from a V1 device.
     *
     * @param columns 1 to {@value #MAX_COLUMNS} columns that share their index
     * @throws IllegalArgumentException for another number of them
     * @throws IllegalStateException if the handle is closed
     */
    CompletionStage<SnmpTable> bulkWalk(SnmpTarget target, List<Oid> columns, WalkLimits limits);

    @Override
    void close();
}
