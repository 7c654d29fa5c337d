package net.dotmac.rest.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.dotmac.rest.error.ErrorBody;
import net.dotmac.rest.error.Failure;
import net.dotmac.rest.json.Json;

/** Answers that are given before Jakarta REST is asked, and the headers of every answer. */
final class Refusal {

    private static final String RETRY_AFTER_SECONDS = "1";

    private Refusal() {}

    static void setHeaders(HttpServletRequest request, HttpServletResponse response, String correlationId) {
        response.setHeader(CorrelationId.HEADER, correlationId);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** @param path that was asked for, which decides the dialect of the body */
    static void write(HttpServletResponse response, String path, Failure failure) throws IOException {
        response.setStatus(failure.status());
        if (failure.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (failure.isTemporary()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setContentType(ErrorBody.contentType(path));
        response.getOutputStream().write(Json.bytes(ErrorBody.of(failure, path)));
    }
}
