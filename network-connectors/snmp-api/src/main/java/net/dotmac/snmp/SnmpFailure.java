package net.dotmac.snmp;

import java.util.Objects;

/**
 * Why a request got no usable answer.
 *
 * @param kind the reason, to act upon
 * @param detail for people and logs; holds no secret
 */
public record SnmpFailure(Kind kind, String detail) implements SnmpResult {

    public SnmpFailure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    public enum Kind {
        /** No answer in time; for V1 and V2C a wrong community looks the same. */
        TIMEOUT,
        /** The device answered with an error status (RFC 3416 §3), such as genErr. */
        ERROR_STATUS,
        /** The device refused the V3 user, its passphrase or its security level. */
        AUTHENTICATION,
        /** Only undecodable datagrams came back in time. */
        UNDECODABLE,
        /** The answer is not one to this request: wrong number, order or place of variables. */
        MISMATCH,
        /** An answer or a table exceeds a limit, or the device says tooBig to the smallest request. */
        TOO_LARGE,
        /** A walk does not advance. */
        LOOP,
        /** A walk takes longer than its limit. */
        TOO_SLOW,
        /** More requests are in flight than the connector allows, or it is shutting down. */
        REFUSED,
        /** The message could not be sent, e.g. network unreachable. */
        NOT_SENT
    }
}
