package net.dotmac.rest.bill;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.InvoiceFile;

/** A document's file as an answer: its hash is its ETag, for a file that was given out never changes. */
final class DocumentFiles {

    private DocumentFiles() {}

    static Response response(InvoiceFile file) {
        return Response.ok(file.content(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(file) + "\"")
                .header(HttpHeaders.ETAG, '"' + file.sha256() + '"')
                .build();
    }

    private static String fileName(InvoiceFile file) {
        return file.name().replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
