/**
 * The door of the HTTP face: who calls, for which tenant, how often; the correlation id; the headers of every answer.
 *
 * <p>It is a servlet filter rather than a REST one, because only around the whole request can the call context be
 * removed from the thread whatever happens. The container verifies the token (MicroProfile JWT); the tenant comes
 * from the token's claim alone.
 */
package net.dotmac.rest.gateway;
