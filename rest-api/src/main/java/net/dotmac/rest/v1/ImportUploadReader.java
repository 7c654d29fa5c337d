package net.dotmac.rest.v1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Reads files to be imported, as they are or in an archive. */
@Provider
@ApplicationScoped
@Consumes({UploadReader.CSV, ImportUploadReader.ZIP})
public class ImportUploadReader extends UploadReader<ImportUpload> {

    static final String ZIP = "application/zip";

    public ImportUploadReader() {
        super(ImportUpload.class);
    }

    @Override
    ImportUpload of(byte[] content, MediaType media) {
        return new ImportUpload(content);
    }
}
