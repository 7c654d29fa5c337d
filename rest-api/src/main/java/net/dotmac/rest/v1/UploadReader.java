package net.dotmac.rest.v1;

import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import net.dotmac.rest.write.Exchange;

/**
 * Reads files as bodies, of at most ten megabytes, and has the exchange know them before an idempotency key is claimed.
 *
 * @param <T> what a resource takes the file as
 */
public abstract class UploadReader<T> implements MessageBodyReader<T> {

    /** As much as the server takes in one request. */
    public static final int MAX_BYTES = 10_000_000;

    static final String CSV = "text/csv";

    private final Class<T> upload;

    @Inject
    private Exchange exchange;

    protected UploadReader(Class<T> upload) {
        this.upload = upload;
    }

    abstract T of(byte[] content, MediaType media);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == upload;
    }

    @Override
    public T readFrom(
            Class<T> type,
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
        return of(bytes, media);
    }
}
