package net.dotmac.console.orders;

import net.dotmac.services.OrderDetails;

/**
 * An order as it stands in a list.
 *
 * @param customer name of the customer
 * @param what its items in words, such as "Add IPTV"
 */
record OrderRow(OrderDetails order, String customer, String what) {}
