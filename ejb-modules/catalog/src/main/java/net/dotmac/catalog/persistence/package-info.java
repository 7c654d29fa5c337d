/** Queries over the catalogue. */
package net.dotmac.catalog.persistence;
