/** Finds and keeps what is held. */
package net.dotmac.prepaid.persistence;
