package net.dotmac.rest.oauth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import net.dotmac.identity.PublicJwk;
import net.dotmac.identity.SigningKeys;
import net.dotmac.rest.json.Json;

/** The keys that verify our tokens (RFC 7517 §5); anybody may have them. */
@Path("/oauth2/jwks")
@RequestScoped
public class JwksResource {

    @Inject
    private SigningKeys keys;

    record KeySet(List<PublicJwk> keys) {}

    /** May be kept for an hour: a new key is published a day before it signs. */
    @GET
    public Response keys() {
        return Response.ok(Json.bytes(new KeySet(keys.published())), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
