/**
 * TMF666 Account Management v4: billing accounts. Currency, cycle day and payment terms have no attribute of their
 * own in TMF666, so they travel as the bill structure's cycle specification and as {@code accountBalance}; see
 * {@link net.dotmac.rest.account.BillingAccountBody}. Deleting closes the account, for its documents stay.
 */
package net.dotmac.rest.account;
