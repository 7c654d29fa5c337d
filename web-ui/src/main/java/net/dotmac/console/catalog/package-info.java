/** Pages about what is sold. */
package net.dotmac.console.catalog;
