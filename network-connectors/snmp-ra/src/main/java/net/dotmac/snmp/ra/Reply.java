package net.dotmac.snmp.ra;

import net.dotmac.snmp.SnmpFailure;
import org.snmp4j.PDU;

/**
 * What came of one exchange: a response of the device, perhaps with an error status, or a failure.
 *
 * @param response null with a failure
 * @param failure null with a response
 */
record Reply(PDU response, SnmpFailure failure) {

    static Reply of(PDU response) {
        return new Reply(response, null);
    }

    static Reply failed(SnmpFailure.Kind kind, String detail) {
        return new Reply(null, new SnmpFailure(kind, detail));
    }

    boolean isFailure() {
        return failure != null;
    }

    /** 0 for none (RFC 3416 §3). */
    int errorStatus() {
        return response.getErrorStatus();
    }

    /** The error status as a failure, for callers with no use for its meaning. */
    SnmpFailure statusFailure() {
        SnmpFailure.Kind kind =
                switch (errorStatus()) {
                    case PDU.tooBig -> SnmpFailure.Kind.TOO_LARGE;
                    case PDU.authorizationError -> SnmpFailure.Kind.AUTHENTICATION;
                    default -> SnmpFailure.Kind.ERROR_STATUS;
                };
        return new SnmpFailure(
                kind,
                "the device answered " + response.getErrorStatusText() + " at variable " + response.getErrorIndex());
    }
}
