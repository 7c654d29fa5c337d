package net.dotmac.snmp.ra;

import java.nio.charset.StandardCharsets;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecretOctetString;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** The V3 protocols, by our names. */
final class Protocols {

    static final SecurityProtocols ALL = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.any);

    private Protocols() {}

    static AuthenticationProtocol of(AuthProtocol protocol) {
        OID id = id(protocol);
        return id == null ? null : ALL.getAuthenticationProtocol(id);
    }

    static PrivacyProtocol of(PrivProtocol protocol) {
        OID id = id(protocol);
        return id == null ? null : ALL.getPrivacyProtocol(id);
    }

    static OID id(AuthProtocol protocol) {
        return switch (protocol) {
            case NONE -> null;
            case MD5 -> AuthMD5.ID;
            case SHA1 -> AuthSHA.ID;
            case SHA224 -> AuthHMAC128SHA224.ID;
            case SHA256 -> AuthHMAC192SHA256.ID;
            case SHA384 -> AuthHMAC256SHA384.ID;
            case SHA512 -> AuthHMAC384SHA512.ID;
        };
    }

    static OID id(PrivProtocol protocol) {
        return switch (protocol) {
            case NONE -> null;
            case DES -> PrivDES.ID;
            case AES128 -> PrivAES128.ID;
            case AES192 -> PrivAES192.ID;
            case AES256 -> PrivAES256.ID;
            case AES192_REEDER -> PrivAES192With3DESKeyExtension.ID;
            case AES256_REEDER -> PrivAES256With3DESKeyExtension.ID;
        };
    }

    static int level(SnmpCredentials.User user) {
        if (user.priv() != PrivProtocol.NONE) {
            return SecurityLevel.AUTH_PRIV;
        }
        return user.auth() != AuthProtocol.NONE ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.NOAUTH_NOPRIV;
    }

    static OctetString octets(String text) {
        return text == null ? null : new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    static SecretOctetString secret(String text) {
        return text == null ? null : new SecretOctetString(text.getBytes(StandardCharsets.UTF_8));
    }
}
