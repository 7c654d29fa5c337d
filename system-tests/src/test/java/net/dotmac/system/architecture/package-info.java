/** The house's rules, read from the code. */
package net.dotmac.system.architecture;
