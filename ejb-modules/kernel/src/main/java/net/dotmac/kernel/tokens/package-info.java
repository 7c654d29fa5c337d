/**
 * How the server verifies the tokens of REST.
 *
 * <p>It lies here because WildFly's part of MicroProfile JWT sees beans of the EAR's library alone, not those of a WAR. The
 * keys are told by {@link net.dotmac.kernel.tokens.TokenKeys} when identity, which keeps them, starts.
 */
package net.dotmac.kernel.tokens;
