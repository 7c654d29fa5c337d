/** Pages about devices and alarms. */
package net.dotmac.console.network;
