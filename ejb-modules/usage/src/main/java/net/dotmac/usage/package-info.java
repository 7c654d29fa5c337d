/** Usage records: collected once, kept raw, summed for billing. */
package net.dotmac.usage;
