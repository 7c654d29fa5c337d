/** What an attacker would try on a running system, and what he gets. */
package net.dotmac.system.attack;
