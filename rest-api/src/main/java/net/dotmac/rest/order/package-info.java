/**
 * TMF622 Product Ordering v4: taking and reading orders.
 *
 * <p>The customer is the related party with the role {@code customer}, or the only one. An item's discounts come as
 * price alterations of its {@code itemPrice}: {@code percentage}, or {@code dutyFreeAmount} per period.
 */
package net.dotmac.rest.order;
