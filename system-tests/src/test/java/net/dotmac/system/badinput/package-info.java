/** What a stranger, a careless partner or an attacker sends: refused in words, with nothing changed. */
package net.dotmac.system.badinput;
