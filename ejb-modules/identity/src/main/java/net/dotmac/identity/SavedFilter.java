package net.dotmac.identity;

import java.util.UUID;

/**
 * A view of a list that a person keeps under a name.
 *
 * @param list the list it belongs to, e.g. {@code customers}
 * @param name what the person calls it, 1 to 60 characters
 * @param query search, filters, order and columns as the list's URL has them, at most 2000 characters
 */
public record SavedFilter(UUID id, String list, String name, String query) {}
