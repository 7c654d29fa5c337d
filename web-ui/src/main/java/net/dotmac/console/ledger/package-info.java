/**
 * The ledger as finance sees it: what stands on which account, which months are closed. One page with a tab for each;
 * only the tab that is open is worked out, for some of them read a year's journal. Tab and days stand in the URL.
 */
package net.dotmac.console.ledger;
