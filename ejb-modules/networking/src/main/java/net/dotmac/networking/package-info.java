/**
 * Sites, devices, polling, samples and alarms: the domain's face.
 *
 * <p>Decisions. Polling claims what is due in one short transaction, asks the devices outside of any, and stores what it
 * learned in others, so a slow device never holds a row. The claim is the lease: any number of nodes may poll, and each due
 * device goes to one of them. Samples take their own way, by COPY with a role that can do nothing else. A trap is a hint that
 * makes the device due at once; only what makes the picture worse is believed before the device itself was asked.
 */
package net.dotmac.networking;
