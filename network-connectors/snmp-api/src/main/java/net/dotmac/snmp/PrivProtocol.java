package net.dotmac.snmp;

/**
 * How a V3 user's messages are encrypted: RFC 3414 (DES), RFC 3826 (AES-128), and for longer AES keys the two incompatible
 * ways to stretch a short authentication key that vendors ship: draft-blumenthal-aes-usm-04 and draft-reeder-snmpv3-usm-3desede
 * (Cisco and others).
 */
public enum PrivProtocol {
    NONE,
    DES,
    AES128,
    /** 192 bits, key stretched as in Blumenthal's draft. */
    AES192,
    /** 256 bits, key stretched as in Blumenthal's draft. */
    AES256,
    /** 192 bits, key stretched as in Reeder's draft. */
    AES192_REEDER,
    /** 256 bits, key stretched as in Reeder's draft. */
    AES256_REEDER
}
