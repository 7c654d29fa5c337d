/** What every persistence unit shares: the tenant column of each entity and where Hibernate learns the current tenant. */
package net.dotmac.kernel.persistence;
