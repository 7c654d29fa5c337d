/** Pages about metered usage: what was delivered, what was refused and why. */
package net.dotmac.console.usage;
