/**
 * What the application sees of SNMP: requests, answers and traps, without any SNMP library.
 *
 * <p>Decisions: requests are asynchronous, because one thread must be able to wait for thousands of devices. What a device
 * does wrong is a value ({@link net.dotmac.snmp.SnmpFailure}), never an exception, because it is expected. Everything a
 * device sends is bounded before it reaches the application. Secrets never appear in a {@code toString()}.
 */
package net.dotmac.snmp;
