/** What can be sold: specifications, offerings and their prices. */
package net.dotmac.catalog;
