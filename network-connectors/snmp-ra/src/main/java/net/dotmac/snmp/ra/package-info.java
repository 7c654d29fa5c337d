/**
 * The SNMP resource adapter, and the only place that knows SNMP4J.
 *
 * <p>Decisions. One session for all outbound requests: thousands wait for their answers on one socket and a handful of
 * threads. V3 requests carry their keys in the request's own target, never in a shared user table, so same-named users of
 * two tenants can't meet. A request fails only when its time is over: unauthenticated reports and garbage are remembered as
 * hints for the reason, since anybody could send them to make a good request fail. Each activated endpoint has a session of
 * its own, since there a user table can't be avoided.
 */
package net.dotmac.snmp.ra;
