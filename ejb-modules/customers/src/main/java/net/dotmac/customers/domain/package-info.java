/** The customer aggregate. */
package net.dotmac.customers.domain;
