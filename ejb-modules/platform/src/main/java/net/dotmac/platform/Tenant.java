package net.dotmac.platform;

import java.time.ZoneId;
import java.util.UUID;

/**
 * An ISP that shares this installation.
 *
 * @param slug short name in URLs and client ids: lower-case letters, digits and hyphens
 * @param legalName name on documents
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217 code that new accounts get
 * @param zone where its days begin and end
 * @param language BCP 47 tag of its texts
 */
public record Tenant(
        UUID id, String slug, String legalName, String country, String currency, ZoneId zone, String language) {}
