/**
 * Orders: the list of all, and those of one customer on his page. An order has no page of its own yet; what it led to is a product,
 * which stands on the customer's page, so that is where a row leads.
 */
package net.dotmac.console.orders;
