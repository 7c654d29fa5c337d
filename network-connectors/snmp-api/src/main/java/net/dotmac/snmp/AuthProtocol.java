package net.dotmac.snmp;

/** How a V3 user proves who it is: RFC 3414 (MD5, SHA-1) and RFC 7860 (SHA-2). The first two are weak, and old gear has no other. */
public enum AuthProtocol {
    NONE,
    MD5,
    SHA1,
    SHA224,
    SHA256,
    SHA384,
    SHA512
}
