/** What the server says of itself, held against what it does. */
package net.dotmac.system.contract;
