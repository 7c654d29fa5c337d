/** Tenants, the business clock, audit trail and the check that the schema is known. */
package net.dotmac.platform;
