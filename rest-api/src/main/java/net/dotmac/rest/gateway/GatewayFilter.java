package net.dotmac.rest.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.rest.error.Failure;
import net.dotmac.rest.error.Failures;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.operations.RequestCounter;
import net.dotmac.rest.report.GatewayReportServlet;
import net.dotmac.rest.v1.PayoutReportsResource;
import net.dotmac.rest.v1.StatusReportsResource;
import net.dotmac.rest.v1.UploadReader;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a request in with its call context bound, or answers it with 401, 413 or 429 at once. */
@WebFilter("/*")
public class GatewayFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /**
     * Where one gets a token, learns the keys, or is sent on; beside them, where gateways report. Compared whole, so that no spelling trick widens them.
     */
    private static final Set<String> OPEN = Set.of("/", "/oauth2/token", "/oauth2/jwks", "/api/v1/sessions");

    private static final Set<String> FILES = Set.of(
            "/api/v1/bank-statements",
            StatusReportsResource.PATH,
            PayoutReportsResource.PATH,
            "/api/v1/usage-records",
            "/api/v1/imports");
    private static final Set<String> SIGN_IN = Set.of("/oauth2/token", "/api/v1/sessions");

    @Inject
    private transient RequestRate rate;

    @Inject
    private transient RequestCounter requests;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            admit(request, response, chain);
        } finally {
            requests.count(response.getStatus());
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String correlationId = CorrelationId.of(request.getHeader(CorrelationId.HEADER));
        Refusal.setHeaders(request, response, correlationId);
        Optional<CallContext> caller = request.getUserPrincipal() instanceof JsonWebToken token
                ? TokenContext.of(token, correlationId)
                : Optional.empty();
        boolean isOpen = isOpen(request.getRequestURI());
        if (caller.isEmpty() && !isOpen) {
            Refusal.write(response, request.getRequestURI(), Failures.unauthenticated());
        } else if (SIGN_IN.contains(request.getRequestURI()) && !rate.admitsSignIn(request.getRemoteAddr())) {
            Refusal.write(response, request.getRequestURI(), tooMany());
        } else if (!rate.admits(caller.map(GatewayFilter::bucket).orElseGet(request::getRemoteAddr))) {
            Refusal.write(response, request.getRequestURI(), tooMany());
        } else if (request.getContentLengthLong() > mostBytes(request)) {
            Refusal.write(response, request.getRequestURI(), Failures.of(new ClientErrorException(413)));
        } else if (isOpen) {
            request.setAttribute(CorrelationId.HEADER, correlationId);
            chain.doFilter(request, response);
        } else {
            try (CallContext.Scope bound = caller.get().bind()) {
                chain.doFilter(request, response);
            }
        }
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || GatewayReportServlet.PATH.matcher(path).matches();
    }

    /** Files are larger than any resource. */
    private static int mostBytes(HttpServletRequest request) {
        return FILES.contains(request.getRequestURI()) ? UploadReader.MAX_BYTES : JsonReader.MAX_BYTES;
    }

    private static String bucket(CallContext caller) {
        return caller.tenantId() + " " + caller.actor();
    }

    private static Failure tooMany() {
        return Failure.of(429, CommonProblem.TOO_MANY_REQUESTS.slug(), "Too many requests; wait a moment and repeat.");
    }
}
