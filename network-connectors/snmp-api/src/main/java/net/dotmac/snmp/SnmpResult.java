package net.dotmac.snmp;

/** What became of a request: the device's answer, or why there is none. */
public sealed interface SnmpResult permits SnmpAnswer, SnmpFailure {}
