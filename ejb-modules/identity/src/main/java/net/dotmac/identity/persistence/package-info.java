/** SQL and JPA of identity's tables. */
package net.dotmac.identity.persistence;
