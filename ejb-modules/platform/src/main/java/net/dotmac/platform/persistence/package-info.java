/** SQL of the platform's own tables. */
package net.dotmac.platform.persistence;
