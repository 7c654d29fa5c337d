package net.dotmac.rest.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import net.dotmac.kernel.Ids;
import net.dotmac.rest.json.Json;
import org.jboss.logging.Logger;

/** The one mapper of exceptions: everything a resource or the server throws becomes the error body of its path. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    /** Long enough for a database to come back, short enough that a person waits for it. */
    private static final String RETRY_AFTER_SECONDS = "5";

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Failure failure = Failures.of(thrown);
        if (failure == null) {
            String reference = Ids.next().toString();
            LOG.errorf(thrown, "%s failed, reference %s", request.getMethod(), reference);
            failure = Failures.unexpected(reference);
        } else if (failure.status() == 503) {
            LOG.warnf("Answered 503: %s", thrown);
        }
        return answer(failure, thrown);
    }

    private Response answer(Failure failure, Throwable thrown) {
        String path = request.getRequestURI();
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(ErrorBody.contentType(path))
                .entity(Json.bytes(ErrorBody.of(failure, path)));
        if (failure.isTemporary()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (failure.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (thrown instanceof WebApplicationException http && http.getResponse().getHeaderString("Allow") != null) {
            answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }
}
