/**
 * Lists as one shape: a caller states filters, order and a page by public attribute names; the owning domain maps the names
 * it knows to its entity's paths, and everything becomes SQL. An unknown name is the caller's error, not an empty result.
 */
package net.dotmac.kernel.query;
