/** SQL over usage records. */
package net.dotmac.usage.persistence;
