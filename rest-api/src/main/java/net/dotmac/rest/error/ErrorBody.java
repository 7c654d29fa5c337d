package net.dotmac.rest.error;

import java.util.LinkedHashMap;
import java.util.Map;

/** The body of an error answer, in the dialect of the path that was asked. */
public final class ErrorBody {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    private ErrorBody() {}

    /** @param path of the request, from the root */
    public static String contentType(String path) {
        return isTmf(path) ? "application/json;charset=UTF-8" : "application/problem+json";
    }

    /** TMF630's {@code code, reason, message, status} under /tmf-api; RFC 9457's members elsewhere. */
    public static Map<String, Object> of(Failure failure, String path) {
        Map<String, Object> body = new LinkedHashMap<>();
        String title = REASONS.getOrDefault(failure.status(), "Refused");
        if (isTmf(path)) {
            body.put("code", failure.slug());
            body.put("reason", title);
            body.put("message", failure.message());
            body.put("status", Integer.toString(failure.status()));
            putIfPresent(body, "referenceError", failure.reference());
            body.put("@type", "Error");
        } else {
            body.put("type", "urn:dotmac:problem:" + failure.slug());
            body.put("title", title);
            body.put("status", failure.status());
            body.put("detail", failure.message());
            putIfPresent(body, "attribute", failure.attribute());
            putIfPresent(body, "reference", failure.reference());
        }
        return body;
    }

    private static void putIfPresent(Map<String, Object> body, String name, String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static boolean isTmf(String path) {
        return path.startsWith("/tmf-api/");
    }
}
