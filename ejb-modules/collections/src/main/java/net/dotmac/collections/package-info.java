/**
 * Collections: gets overdue debts paid.
 *
 * <p>Decisions: a tenant without a policy duns nobody. A case belongs to a billing account and is moved by one step at a time, by
 * the round of the tenant's morning; in between, payments and staff may close or shield it, never step it. Each step is one
 * row that the database takes once, so neither a second node nor a crash repeats it. What shields is asked for anew at each
 * look and never kept as "do not dun" flag: it ends by itself, or when somebody ends it.
 *
 * <p>A suspension locks the account's products by locks of their own reason and lifts no other. While a debt is wholly disputed
 * or arranged, nothing is locked for it. The end of products is a person's order; the step only asks for it.
 */
package net.dotmac.collections;
