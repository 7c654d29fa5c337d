/**
 * How much the business does, as metrics: Micrometer's, which WildFly serves in Prometheus form on its management interface.
 * Health is the kernel's.
 */
package net.dotmac.rest.operations;
