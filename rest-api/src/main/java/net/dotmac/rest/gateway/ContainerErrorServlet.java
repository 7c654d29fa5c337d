package net.dotmac.rest.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.dotmac.kernel.Ids;
import net.dotmac.rest.error.Failure;
import net.dotmac.rest.error.Failures;

/**
 * Words the errors of the container itself: a token that the server could not verify never reaches the gateway, and
 * its own page would be HTML. It is reached by error dispatch only; web.xml names it.
 */
@WebServlet("/error")
public class ContainerErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Refusal.setHeaders(request, response, CorrelationId.of(request.getHeader(CorrelationId.HEADER)));
        Refusal.write(response, path == null ? "/" : path.toString(), failure(status));
    }

    private static Failure failure(Object status) {
        if (Integer.valueOf(401).equals(status)) {
            return Failures.unauthenticated();
        }
        return status instanceof Integer code && code < 500
                ? Failure.of(code, "http-" + code, "This request is refused.")
                : Failures.unexpected(Ids.next().toString());
    }
}
