/** What collections decide, without a database; and the case they decide on. */
package net.dotmac.collections.domain;
