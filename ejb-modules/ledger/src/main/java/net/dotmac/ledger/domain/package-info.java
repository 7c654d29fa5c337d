/** How credit is spread over what is owed: pure rules. */
package net.dotmac.ledger.domain;
