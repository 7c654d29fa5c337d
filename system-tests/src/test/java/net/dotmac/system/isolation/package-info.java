/** Shows that no tenant sees another. */
package net.dotmac.system.isolation;
