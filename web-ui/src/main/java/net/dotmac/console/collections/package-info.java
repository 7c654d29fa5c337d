/**
 * Pages about overdue debts: the work list, one case with what happens next, and the policies that decide it.
 */
package net.dotmac.console.collections;
