/**
 * Tenants, the business clock, the audit trail, sealed secrets, and the check that the schema is known.
 *
 * <p>{@link net.dotmac.platform.TenantDirectory} is the one door that opens without a call context: who signs in, or what a
 * timer does, must find the tenant first. It gives out no tenant's data beyond what a context needs.
 */
package net.dotmac.platform;
