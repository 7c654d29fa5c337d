package net.dotmac.catalog;

/**
 * What is stated about a product specification.
 *
 * @param serviceType what a sold product brings to life: {@code access}, {@code voice}, {@code tv}, {@code addon}, or
 *     {@code goods} for what needs no service
 * @param lifecycleStatus free text of TMF620, e.g. {@code Active}; null means Active
 */
public record SpecificationData(
        String name, String description, String brand, String serviceType, String lifecycleStatus) {}
