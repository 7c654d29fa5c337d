/** Sites, devices, polling, samples and alarms. */
package net.dotmac.networking;
