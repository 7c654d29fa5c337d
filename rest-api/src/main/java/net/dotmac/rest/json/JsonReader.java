package net.dotmac.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import net.dotmac.rest.write.Exchange;

/** Reads bodies of at most one megabyte, strictly. */
@Provider
@ApplicationScoped
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, JsonReader.MERGE_PATCH})
public class JsonReader implements MessageBodyReader<Object> {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** No resource of ours comes near; bulk data has its own ways in. */
    public static final int MAX_BYTES = 1_048_576;

    @Inject
    private Exchange exchange;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JsonNode.class.isAssignableFrom(type)
                || (type.isRecord() && type.getName().startsWith("net.dotmac."));
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = bounded(body);
        exchange.bodyRead(bytes);
        return JsonNode.class.isAssignableFrom(type) ? Json.tree(bytes) : Json.read(bytes, type);
    }

    /** @throws ClientErrorException 413 for more than a megabyte */
    public static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ClientErrorException(413);
        }
        return bytes;
    }
}
