/** Queries over customers. */
package net.dotmac.customers.persistence;
