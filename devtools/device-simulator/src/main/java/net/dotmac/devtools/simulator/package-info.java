/**
 * Many network devices in one process, each on a loopback address of its own, answering SNMP for real.
 *
 * <p>Decisions: one socket per device, because a device is known by its address; all sockets hang on one selector and one
 * thread, because a thousand threads would measure themselves instead of the poller. Counters are a function of seed and
 * time, so a test can compute what it must read. Faults are caused here, never faked in the poller.
 */
package net.dotmac.devtools.simulator;
