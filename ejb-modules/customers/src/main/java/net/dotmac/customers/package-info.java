/**
 * Who the customers are and how to reach them. Numbers are given out by the tenant's own counter and never reused; a customer
 * with history is closed, not deleted.
 */
package net.dotmac.customers;
