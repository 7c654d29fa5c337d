package net.dotmac.imports;

/**
 * One count or sum that an applied file came to.
 *
 * @param what {@code rows}; {@code kind} and {@code accounts} of customers; for balances {@code file} (sums by side), {@code before} and
 *     {@code after} (the ledger's control accounts) and {@code customer} (what he owes less what he has to his credit)
 * @param subject which kind, ledger account or customer number; null for all
 * @param currency ISO 4217, or null
 * @param rows how many rows make it up
 * @param amountMinor minor units; 0 for a mere count
 */
public record ImportProof(String what, String subject, String currency, int rows, long amountMinor) {}
