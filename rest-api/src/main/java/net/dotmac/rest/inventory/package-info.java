/**
 * TMF637 Product Inventory v4: what customers have. Products come and go by orders, so they are only read here.
 */
package net.dotmac.rest.inventory;
