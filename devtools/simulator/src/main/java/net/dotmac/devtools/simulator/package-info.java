/**
 * Lives months of an ISP at random, through the real services on a real PostgreSQL: orders, changes, pauses, usage, runs that
 * crash, payments, credits, jumps of the clock. After each step the books are checked; at the end everything that was charged
 * is calculated once more from nothing. One seed, one life: a finding comes back by its seed.
 */
package net.dotmac.devtools.simulator;
