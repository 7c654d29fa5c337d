/**
 * Health as whoever runs the server asks for it: MicroProfile Health's checks, which WildFly serves on its management interface.
 *
 * <p>They lie here because WildFly looks for the checks of an EAR in its library alone. What another module knows it tells by
 * {@link net.dotmac.kernel.health.Vitals}. A readiness check says whether this node can do its work now; what merely lags is a
 * metric, so that a lag never takes a working node out of the balancer.
 */
package net.dotmac.kernel.health;
