/** Pages about customers. */
package net.dotmac.console.customers;
