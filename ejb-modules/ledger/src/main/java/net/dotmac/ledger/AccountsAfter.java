package net.dotmac.ledger;

import java.util.UUID;

/**
 * Some of many accounts, in the order of their ids.
 *
 * @param id ids up to this one are left out
 * @param atMost how many, 1 or more
 */
public record AccountsAfter(UUID id, int atMost) {}
