package net.dotmac.rest.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.rest.error.ErrorBody;
import net.dotmac.rest.error.Failure;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.json.JsonReader;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a request in with its call context bound, or answers it with 401, 413 or 429 at once. */
@WebFilter("/*")
public class GatewayFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Where one gets a token, learns the keys, or is sent on; compared whole, so that no spelling trick widens them. */
    private static final Set<String> OPEN = Set.of("/", "/oauth2/token", "/oauth2/jwks", "/api/v1/sessions");

    @Inject
    private transient RequestRate rate;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String correlationId = CorrelationId.of(request.getHeader(CorrelationId.HEADER));
        setHeaders(request, response, correlationId);
        Optional<CallContext> caller = request.getUserPrincipal() instanceof JsonWebToken token
                ? TokenContext.of(token, correlationId)
                : Optional.empty();
        boolean isOpen = OPEN.contains(request.getRequestURI());
        if (caller.isEmpty() && !isOpen) {
            refuse(request, response, unauthenticated());
        } else if (!rate.admits(caller.map(GatewayFilter::bucket).orElseGet(request::getRemoteAddr))) {
            refuse(request, response, tooMany());
        } else if (request.getContentLengthLong() > JsonReader.MAX_BYTES) {
            refuse(request, response, Failure.of(413, "http-413", "A body has at most 1 MB."));
        } else if (isOpen) {
            request.setAttribute(CorrelationId.HEADER, correlationId);
            chain.doFilter(request, response);
        } else {
            try (CallContext.Scope bound = caller.get().bind()) {
                chain.doFilter(request, response);
            }
        }
    }

    private static String bucket(CallContext caller) {
        return caller.tenantId() + " " + caller.actor();
    }

    private static Failure unauthenticated() {
        return Failure.of(
                401,
                CommonProblem.UNAUTHENTICATED.slug(),
                "This needs a valid access token in the Authorization header; get one at /oauth2/token.");
    }

    private static Failure tooMany() {
        return Failure.of(429, CommonProblem.TOO_MANY_REQUESTS.slug(), "Too many requests; wait a moment and repeat.");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Failure failure)
            throws IOException {
        response.setStatus(failure.status());
        if (failure.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (failure.isTemporary()) {
            response.setHeader("Retry-After", "1");
        }
        String path = request.getRequestURI();
        response.setContentType(ErrorBody.contentType(path));
        response.getOutputStream().write(Json.bytes(ErrorBody.of(failure, path)));
    }

    private static void setHeaders(HttpServletRequest request, HttpServletResponse response, String correlationId) {
        response.setHeader(CorrelationId.HEADER, correlationId);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
