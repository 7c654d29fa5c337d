/**
 * The ledger at {@code /api/v1/ledger}: closed months and what is kept of them. Lists here are short, a dozen rows a
 * year, so they come whole from the service and are cut into pages here.
 */
package net.dotmac.rest.ledger;
