package net.dotmac.console.payments;

import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTransactionDetails;

/**
 * A movement as a list shows it.
 *
 * @param best what it is likeliest meant for, or null
 * @param became numbers of the accounts whose payment it is, perhaps empty
 */
record BankRow(BankTransactionDetails movement, BankSuggestion best, String became) {}
