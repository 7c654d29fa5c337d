/**
 * What whoever runs the server asks it: is it alive, is it ready, how much does it do. Health is MicroProfile Health's and
 * metrics are Micrometer's, both served by WildFly on its management interface.
 *
 * <p>A readiness check says whether this node can do its work now; what merely lags is a metric, so that a lag never takes a
 * working node out of the balancer.
 */
package net.dotmac.rest.operations;
