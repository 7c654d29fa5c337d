package net.dotmac.rest.v1;

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

/**
 * Reads deliveries of usage records, of at most ten megabytes, and has the exchange know them before an idempotency
 * key is claimed.
 */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_JSON, UsageUploadReader.LINES, UsageUploadReader.CSV})
public class UsageUploadReader implements MessageBodyReader<UsageUpload> {

    static final String LINES = "application/x-ndjson";
    static final String CSV = "text/csv";

    /** Ten thousand records, with room. */
    public static final int MAX_BYTES = 10_000_000;

    @Inject
    private Exchange exchange;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == UsageUpload.class;
    }

    @Override
    public UsageUpload readFrom(
            Class<UsageUpload> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ClientErrorException(413);
        }
        exchange.bodyRead(bytes);
        return new UsageUpload(bytes, media);
    }
}
