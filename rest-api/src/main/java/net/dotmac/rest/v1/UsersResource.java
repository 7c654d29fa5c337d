package net.dotmac.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import net.dotmac.identity.NewUser;
import net.dotmac.identity.UserAccount;
import net.dotmac.identity.UserChange;
import net.dotmac.identity.UserService;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** The ISP's staff. Users are disabled rather than deleted, so that the audit trail goes on naming them. */
@Path("/api/v1/users")
@RequestScoped
public class UsersResource {

    @Inject
    private Exchange exchange;

    @Inject
    private UserService users;

    /** A user's writable attributes. */
    record UserForm(String fullName, String email, String status, List<String> roles) {}

    record NewUserForm(String username, String fullName, String email, String password, List<String> roles) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(UserBody.class);
        return exchange.page(list, users.find(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(users.get(PathId.of("user", id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewUserForm form) {
        NewUser wanted = new NewUser(form.username(), form.fullName(), form.email(), form.password(), form.roles());
        return exchange.created(body(users.create(wanted)));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        UserAccount user = users.get(PathId.of("user", id));
        UserForm form = exchange.patched(body(user), patch, UserForm.class);
        UserChange wanted = new UserChange(form.fullName(), form.email(), form.status(), form.roles());
        return exchange.changed(body(users.change(user.id(), wanted)));
    }

    private UserBody body(UserAccount user) {
        return UserBody.of(user, exchange.href(UserBody.PATH, user.id()));
    }
}
