/**
 * Imports: takes over what an ISP brings from the system it leaves.
 *
 * <p>Decisions: a file is checked when it comes and again when it is applied, for the house may have changed between; it is
 * applied in one transaction, so a file is here wholly or not at all, and a death in the middle leaves nothing. What it holds is written
 * through the batch services of the domains that own it, which check each row as if it came alone. The bytes are kept
 * only as long as they may be needed; the hash, the faults and the proof stay.
 *
 * <p>One event tells of a file, and none of each row in it.
 */
package net.dotmac.imports;
