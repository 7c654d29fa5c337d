/**
 * TMF620 Product Catalog v4: product specifications, offerings and their prices.
 *
 * <p>What TMF620 has no attribute for travels as characteristics: a specification's {@code serviceType}; a price's
 * {@code allowance}, {@code tier} and {@code taxIncluded} in its {@code prodSpecCharValueUse}, and of a usage price {@code model}
 * (graduated, volume, package), {@code packageSize}, {@code maximumCharge}, {@code rolloverPeriods}, {@code rolloverLimit} and
 * {@code window}, whose bounds are hours of the week from Monday 0:00. A tax item's rate and
 * amount are read but not kept: the rate of a category is the tenant's matter and changes by law.
 */
package net.dotmac.rest.catalog;
