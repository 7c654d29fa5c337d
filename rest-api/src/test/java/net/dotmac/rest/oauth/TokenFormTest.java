package net.dotmac.rest.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {

    @Test
    void credentialsComeByFormOrByBasic() {
        TokenForm byForm = TokenForm.parse("grant_type=client_credentials&client_id=a.b&client_secret=s%2Bt", null);
        assertEquals("a.b", byForm.clientId());
        assertEquals("s+t", byForm.clientSecret());
        TokenForm byBasic = TokenForm.parse("grant_type=client_credentials&scope=a.read+b.read", basic("a.b:s:t"));
        assertEquals("a.b", byBasic.clientId());
        assertEquals("s:t", byBasic.clientSecret());
        assertEquals("a.read b.read", byBasic.scope());
        assertFalse(byForm.toString().contains("s+t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=a", "grant_type=a&grant_type=b", "grant_type=%", "&&&", "=x"})
    void aBadFormIsRefused(String body) {
        assertThrows(IllegalArgumentException.class, () -> TokenForm.parse(body, null));
    }

    @Test
    void credentialsSentTwiceOrBrokenAreRefused() {
        String body = "grant_type=client_credentials&client_id=a&client_secret=b";
        assertThrows(IllegalArgumentException.class, () -> TokenForm.parse(body, basic("a:b")));
        assertThrows(IllegalArgumentException.class, () -> TokenForm.parse("grant_type=x", "Basic !"));
        assertThrows(IllegalArgumentException.class, () -> TokenForm.parse("grant_type=x", basic("nocolon")));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
