package net.dotmac.catalog;

/**
 * What is stated about an offering price.
 *
 * @param terms the price; its {@code offeringPriceId} is ignored and its name is the price's name
 * @param lifecycleStatus free text of TMF620; null means Active
 */
public record PriceData(PriceTerms terms, String description, String lifecycleStatus) {}
