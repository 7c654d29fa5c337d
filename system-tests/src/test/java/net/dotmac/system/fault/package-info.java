/** Kills things, and shows that nothing is lost. */
package net.dotmac.system.fault;
