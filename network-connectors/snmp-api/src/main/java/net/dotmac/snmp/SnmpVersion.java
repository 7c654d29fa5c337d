package net.dotmac.snmp;

/** The three versions in use. V1 knows no bulk requests and no 64-bit counters; only V3 authenticates. */
public enum SnmpVersion {
    V1,
    V2C,
    V3
}
