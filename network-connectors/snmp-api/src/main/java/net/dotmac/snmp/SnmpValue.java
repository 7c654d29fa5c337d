package net.dotmac.snmp;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** The value of one variable: the types of SMIv2 (RFC 2578 §7.1) and the three ways of RFC 3416 to say "nothing here". */
public sealed interface SnmpValue extends Serializable {

    /** The number this value is; a Counter64 beyond 2^63-1 keeps its bits and is to be read as unsigned. Empty for the rest. */
    default OptionalLong number() {
        return OptionalLong.empty();
    }

    /** Whether the device says that it has no such variable. */
    default boolean isMissing() {
        return this instanceof Missing;
    }

    record IntegerValue(int value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }
    }

    /** @param value 0 to 2^32-1 */
    record Counter32(long value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }
    }

    /** @param value 64 bits, to be read as unsigned */
    record Counter64(long value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return "Counter64[" + Long.toUnsignedString(value) + "]";
        }
    }

    /** @param value 0 to 2^32-1; also what SMIv2 calls Unsigned32 */
    record Gauge32(long value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }
    }

    /** @param hundredths hundredths of a second, 0 to 2^32-1, wrapping after 497 days */
    record TimeTicks(long hundredths) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(hundredths);
        }
    }

    record ObjectId(Oid value) implements SnmpValue {}

    /** @param value dotted decimal */
    record IpAddress(String value) implements SnmpValue {}

    /** Bytes; whether they are text only the MIB knows. Also carries Opaque. */
    record Octets(byte[] bytes) implements SnmpValue {

        public Octets {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        public int length() {
            return bytes.length;
        }

        /**
         * The bytes as text: UTF-8 if they are, else Latin-1; control characters become spaces, trailing ones vanish, and
         * what exceeds the limit is cut. Still a device's word: encode it where it is shown.
         */
        public String text(int maxLength) {
            return DeviceText.read(bytes, maxLength);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Octets[" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 64)) + "]";
        }
    }

    /** Nothing here, in the words of the protocol. */
    enum Missing implements SnmpValue {
        NULL,
        NO_SUCH_OBJECT,
        NO_SUCH_INSTANCE,
        END_OF_MIB
    }
}
