/** Stories told through REST from outside. */
package net.dotmac.system.story;
