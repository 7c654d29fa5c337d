/** Pages about payments by card: what was asked for, where customers pay it, and the gateway that charges them. */
package net.dotmac.console.cards;
