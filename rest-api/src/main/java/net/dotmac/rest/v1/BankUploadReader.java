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
 * Reads banks' files as bodies, of at most ten megabytes, and has the exchange know them before an idempotency key is
 * claimed.
 */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, BankUploadReader.CSV})
public class BankUploadReader implements MessageBodyReader<BankUpload> {

    static final String CSV = "text/csv";

    /** Some ten thousand entries; larger statements come in parts. */
    public static final int MAX_BYTES = 10_000_000;

    @Inject
    private Exchange exchange;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == BankUpload.class;
    }

    @Override
    public BankUpload readFrom(
            Class<BankUpload> type,
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
        return new BankUpload(bytes);
    }
}
