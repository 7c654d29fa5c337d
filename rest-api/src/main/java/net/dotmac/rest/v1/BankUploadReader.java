package net.dotmac.rest.v1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Reads banks' files: some ten thousand entries; larger statements come in parts. */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, UploadReader.CSV})
public class BankUploadReader extends UploadReader<BankUpload> {

    public BankUploadReader() {
        super(BankUpload.class);
    }

    @Override
    BankUpload of(byte[] content, MediaType media) {
        return new BankUpload(content);
    }
}
