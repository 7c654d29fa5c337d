/** The pieces pages are built from. */
package net.dotmac.console.parts;
