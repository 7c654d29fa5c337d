package net.dotmac.billing;

import net.dotmac.platform.Seller;

/**
 * A mail of words alone.
 *
 * @param seller who it is from
 * @param subject one line, without control characters
 * @param language ISO 639 code of the words
 * @param recipient an address; the mail server's line refuses what is none
 * @param messageId with its angle brackets; the same each time the mail is tried
 */
public record PlainMail(
        Seller seller, String subject, String text, String language, String recipient, String messageId) {}
