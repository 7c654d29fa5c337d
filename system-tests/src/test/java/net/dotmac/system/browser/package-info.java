/** Walks through the console as a person would. */
package net.dotmac.system.browser;
