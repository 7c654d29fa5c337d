/** Customers with their contacts and addresses. */
package net.dotmac.customers;
