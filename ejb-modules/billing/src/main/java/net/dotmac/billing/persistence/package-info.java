/** What people click goes through entities; what a run does goes through sets: bulk readers and writers. */
package net.dotmac.billing.persistence;
