package net.dotmac.rest.oauth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.identity.Authentication;
import net.dotmac.identity.SignIn;
import net.dotmac.identity.TokenAnswer;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.gateway.CorrelationId;
import net.dotmac.rest.json.Json;

/** A person signs in and gets his first tokens; the next ones come from the token endpoint. */
@Path("/api/v1/sessions")
@RequestScoped
public class SessionsResource {

    @Inject
    private Authentication authentication;

    @Inject
    private HttpServletRequest request;

    /** @param tenant the ISP's slug */
    public record Credentials(String tenant, String username, String password) {

        /** Without the password: this may reach a log. */
        @Override
        public String toString() {
            return "Credentials[" + tenant + "]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(Credentials credentials) {
        String correlationId = CorrelationId.of((String) request.getAttribute(CorrelationId.HEADER));
        SignIn attempt = authentication.signIn(
                credentials.tenant(), credentials.username(), credentials.password(), correlationId);
        if (attempt instanceof SignIn.Accepted person) {
            TokenAnswer.Issued issued = authentication.begin(credentials.tenant(), person, correlationId);
            return Response.status(Response.Status.CREATED)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Json.bytes(TokenBody.of(issued)))
                    .build();
        }
        throw new DomainException(
                CommonProblem.UNAUTHENTICATED,
                "Tenant, name or password is wrong, or the user is locked for a while after too many attempts.");
    }
}
