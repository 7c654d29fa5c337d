package net.dotmac.rest.write;

import com.fasterxml.jackson.databind.JsonNode;
import net.dotmac.rest.json.Json;

/** Entity tags (RFC 9110 §8.8.3) made of what a resource shows, so that any visible change gives another. */
final class Etag {

    private static final int HEX_DIGITS = 32;

    private Etag() {}

    static String of(JsonNode resource) {
        return '"' + RequestHash.sha256(Json.bytes(resource)).substring(0, HEX_DIGITS) + '"';
    }

    /** @param header the value of If-Match or If-None-Match: tags with commas between, or an asterisk; or null */
    static boolean matches(String header, String etag) {
        if (header == null) {
            return false;
        }
        for (String candidate : header.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
