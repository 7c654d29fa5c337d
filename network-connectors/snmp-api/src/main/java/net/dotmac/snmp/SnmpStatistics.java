package net.dotmac.snmp;

/**
 * What the connector has counted since it started; every number only grows, except {@code inFlight}.
 *
 * @param requests requests sent, retries not counted
 * @param inFlight requests that wait for an answer now
 * @param timeouts requests without an answer
 * @param failures requests that failed in any other way
 * @param undecodable datagrams that are no SNMP message
 * @param trapsDelivered traps and informs handed to the application
 * @param trapsRejected messages with a community or user that the listener does not accept, or that are no notification
 * @param trapsDropped notifications lost because the application was too slow, or refused them
 */
public record SnmpStatistics(
        long requests,
        long inFlight,
        long timeouts,
        long failures,
        long undecodable,
        long trapsDelivered,
        long trapsRejected,
        long trapsDropped) {}
