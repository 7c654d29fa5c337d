/** Finds and keeps cases, policies and agreements. */
package net.dotmac.collections.persistence;
