/** Datagrams that come to the system's ports by themselves, the good and the bad. */
package net.dotmac.system.network;
