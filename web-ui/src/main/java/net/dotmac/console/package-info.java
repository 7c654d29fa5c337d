/** The staff console: one page per thing, one URL per state. */
package net.dotmac.console;
