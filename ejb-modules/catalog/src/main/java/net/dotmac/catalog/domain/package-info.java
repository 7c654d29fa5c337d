/** Specifications, prices and offerings. */
package net.dotmac.catalog.domain;
