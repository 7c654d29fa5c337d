/**
 * The walls between tenants, each tried with the other taken away: the services' own checks, Hibernate's filter, row-level
 * security, and the call context. They run on the real services without a server, as the application's database role.
 */
package net.dotmac.system.walls;
