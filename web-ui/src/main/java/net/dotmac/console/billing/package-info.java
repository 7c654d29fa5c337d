/** Pages about runs, invoices and payments. */
package net.dotmac.console.billing;
