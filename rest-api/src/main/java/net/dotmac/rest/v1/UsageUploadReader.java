package net.dotmac.rest.v1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Reads deliveries of usage records: ten thousand of them, with room. */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_JSON, UsageUploadReader.LINES, UploadReader.CSV})
public class UsageUploadReader extends UploadReader<UsageUpload> {

    static final String LINES = "application/x-ndjson";

    public UsageUploadReader() {
        super(UsageUpload.class);
    }

    @Override
    UsageUpload of(byte[] content, MediaType media) {
        return new UsageUpload(content, media);
    }
}
