package net.dotmac.console.parts;

import java.io.Serializable;

/**
 * Something that the search box found.
 *
 * @param path its page
 * @param kind what it is, in the person's language
 */
public record SearchHit(String path, String title, String kind, String detail) implements Serializable {}
