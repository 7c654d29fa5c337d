package net.dotmac.rest.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.dotmac.identity.SigningKeys;
import net.dotmac.kernel.Ids;
import net.dotmac.rest.error.Failure;
import net.dotmac.rest.error.Failures;
import org.jboss.logging.Logger;

/**
 * Words the errors of the container itself: a token that the server could not verify never reaches the gateway, and
 * its own page would be HTML. It is reached by error dispatch only; web.xml names it.
 */
@WebServlet("/error")
public class ContainerErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ContainerErrorServlet.class);

    @Inject
    private SigningKeys keys;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Refusal.setHeaders(request, response, CorrelationId.of(request.getHeader(CorrelationId.HEADER)));
        boolean isThrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        boolean hasToken = request.getHeader("Authorization") != null;
        Failure failure = hasToken && !isThrown && Integer.valueOf(500).equals(status) ? unknownKey() : failure(status);
        Refusal.write(response, path == null ? "/" : path.toString(), failure);
    }

    private static Failure failure(Object status) {
        if (Integer.valueOf(401).equals(status)) {
            return Failures.unauthenticated();
        }
        if (status instanceof Integer code && code < 500) {
            return Failure.of(code, "http-" + code, "This request is refused.");
        }
        String reference = Ids.next().toString();
        LOG.errorf("The container answered with %s (reference %s)", status, reference);
        return Failures.unexpected(reference);
    }

    /**
     * The server says 500 of a token whose key it can't find (SmallRye JWT, JWTHttpAuthenticationMechanism). Nobody mends that here
     * while our keys can be read: the token names one that is not ours.
     */
    private Failure unknownKey() {
        try {
            keys.published();
            return Failures.unauthenticated();
        } catch (RuntimeException e) {
            Failure known = Failures.of(e);
            return known == null ? failure(HttpServletResponse.SC_INTERNAL_SERVER_ERROR) : known;
        }
    }
}
