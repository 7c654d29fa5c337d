/** What only the container shows: transactions, interceptors and connectors as the running server joins them. */
package net.dotmac.system.container;
