package net.dotmac.rest.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Page;
import net.dotmac.rest.json.Attributes;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.json.MergePatch;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.list.Paging;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The request being served and the answers it gets: what every resource does alike. Resources are records; their public
 * attributes are the record's components.
 */
@RequestScoped
public class Exchange {

    private static final byte[] NO_BODY = new byte[0];

    @Inject
    private HttpServletRequest request;

    /**
     * Where partners reach this installation, e.g. {@code https://api.isp.example}; without it, where the request came.
     */
    @Inject
    @ConfigProperty(name = "dotmac.public-url")
    private Optional<String> publicUrl;

    private byte[] body = NO_BODY;

    /** Called by the reader of bodies, once. */
    public void bodyRead(byte[] bytes) {
        body = bytes;
    }

    /** Addresses of resources as this caller can reach them. */
    public Links links() {
        return new Links(root());
    }

    /** The address of one resource. */
    public String href(String path, Object id) {
        return links().to(path, id);
    }

    /**
     * The list this GET asks for.
     *
     * @param row the record of its rows: {@code fields} may name its attributes only
     * @param names the service's names for public attributes, where they differ
     */
    public ListRequest list(Class<? extends Record> row, Map<String, String> names) {
        ListRequest list = ListRequest.parse(request.getQueryString()).renamed(names);
        list.fields().requireKnown(Attributes.of(row));
        return list;
    }

    public ListRequest list(Class<? extends Record> row) {
        return list(row, Map.of());
    }

    /** The rows with paging headers: 200 if they are all, 206 if they are a part. */
    public Response page(ListRequest list, Page<? extends Record> page) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        page.rows().forEach(row -> rows.add(list.fields().apply(Json.write(row))));
        Response.ResponseBuilder answer = Response.status(Paging.status(page))
                .type(MediaType.APPLICATION_JSON)
                .entity(rows);
        Paging.headers(list.query(), page, root() + request.getRequestURI(), request.getQueryString())
                .forEach(answer::header);
        return answer.build();
    }

    /** One resource, whole or with the {@code fields} asked for; 304 if the caller has it already. */
    public Response one(Record resource) {
        ListRequest asked = list(resource.getClass());
        if (!asked.query().filters().isEmpty()) {
            String name = asked.query().filters().get(0).attribute();
            throw new DomainException(
                    CommonProblem.UNKNOWN_ATTRIBUTE, "A single resource knows the parameter fields only.", name);
        }
        JsonNode tree = Json.write(resource);
        String etag = Etag.of(tree);
        if (Etag.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        return Response.ok(asked.fields().apply(tree), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    /** 201 with the resource, and a Location equal to its href. */
    public Response created(Record resource) {
        return withHref(Response.status(201), resource);
    }

    /** 202: accepted, with a Location that tells how it goes on. */
    public Response accepted(Record resource) {
        return withHref(Response.status(202), resource);
    }

    /** 200 with the resource as it is now. */
    public Response changed(Record resource) {
        JsonNode tree = Json.write(resource);
        return Response.ok(tree, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, Etag.of(tree))
                .build();
    }

    /**
     * The writable attributes of a resource as they will be after this PATCH.
     *
     * @param current the resource as it would be shown now
     * @param form the record of its writable attributes, spelled as in the resource
     * @throws DomainException {@code invalid-value} for an attribute that can't be patched
     * @throws ClientErrorException 412 if {@code If-Match} names another version
     */
    public <F extends Record> F patched(Record current, JsonNode patch, Class<F> form) {
        JsonNode tree = Json.write(current);
        requireMatch(Etag.of(tree));
        Set<String> writable = Attributes.of(form);
        ObjectNode target = ((ObjectNode) tree).deepCopy().retain(writable);
        return Json.read(MergePatch.apply(target, patch, writable), form);
    }

    /** @throws ClientErrorException 412 if {@code If-Match} names another version of the resource */
    public void requireMatch(Record current) {
        requireMatch(Etag.of(Json.write(current)));
    }

    private void requireMatch(String etag) {
        String expected = request.getHeader(HttpHeaders.IF_MATCH);
        if (expected != null && !Etag.matches(expected, etag)) {
            throw new ClientErrorException(412);
        }
    }

    /** @throws DomainException {@code invalid-value} unless it is 1 to 255 printable ASCII characters */
    Optional<String> idempotencyKey() {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw DomainException.invalid(
                    "Idempotency-Key", "An Idempotency-Key has 1 to 255 printable ASCII characters and no spaces.");
        }
        return Optional.ofNullable(key);
    }

    /** Tells requests apart that must not share a key: method, address and body. */
    String requestHash() {
        return RequestHash.of(request.getMethod(), request.getRequestURI(), request.getQueryString(), body);
    }

    private Response withHref(Response.ResponseBuilder answer, Record resource) {
        JsonNode tree = Json.write(resource);
        return answer.type(MediaType.APPLICATION_JSON)
                .entity(tree)
                .header(HttpHeaders.LOCATION, tree.path("href").asText())
                .header(HttpHeaders.ETAG, Etag.of(tree))
                .build();
    }

    private String root() {
        if (publicUrl.isPresent()) {
            return publicUrl.get();
        }
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean isUsual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
    }
}
