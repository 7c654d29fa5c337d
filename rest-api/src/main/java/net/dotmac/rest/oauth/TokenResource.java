package net.dotmac.rest.oauth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.dotmac.identity.Authentication;
import net.dotmac.identity.TokenAnswer;
import net.dotmac.rest.gateway.CorrelationId;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.json.JsonReader;

/** The token endpoint. Errors are RFC 6749's, for OAuth libraries read nothing else. */
@Path("/oauth2/token")
@RequestScoped
public class TokenResource {

    @Inject
    private Authentication authentication;

    @Inject
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, InputStream body)
            throws IOException {
        TokenForm form;
        try {
            form = TokenForm.parse(new String(JsonReader.bounded(body), StandardCharsets.UTF_8), authorization);
        } catch (IllegalArgumentException e) {
            return answer(new TokenAnswer.Refused("invalid_request", e.getMessage()), authorization);
        }
        String correlationId = CorrelationId.of((String) request.getAttribute(CorrelationId.HEADER));
        TokenAnswer answer =
                switch (form.grantType()) {
                    case "client_credentials" ->
                        authentication.clientCredentials(
                                form.clientId(), form.clientSecret(), form.scope(), correlationId);
                    case "refresh_token" -> authentication.refresh(form.refreshToken(), correlationId);
                    default ->
                        new TokenAnswer.Refused(
                                "unsupported_grant_type", "Known here: client_credentials and refresh_token.");
                };
        return answer(answer, authorization);
    }

    static Response answer(TokenAnswer answer, String authorization) {
        if (answer instanceof TokenAnswer.Issued issued) {
            return Response.ok(Json.bytes(TokenBody.of(issued)), MediaType.APPLICATION_JSON)
                    .build();
        }
        TokenAnswer.Refused refused = (TokenAnswer.Refused) answer;
        boolean isClient = refused.error().equals("invalid_client");
        Response.ResponseBuilder response = Response.status(isClient ? 401 : 400)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.bytes(new TokenError(refused.error(), refused.description())));
        if (isClient && authorization != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dotmac\"");
        }
        return response.build();
    }
}
