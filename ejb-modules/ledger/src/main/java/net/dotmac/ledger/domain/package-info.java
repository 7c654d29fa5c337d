/** How credit is spread over what is owed, and which account of a chart stands for what: pure rules. */
package net.dotmac.ledger.domain;
