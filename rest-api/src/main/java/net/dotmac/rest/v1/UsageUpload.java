package net.dotmac.rest.v1;

import jakarta.ws.rs.core.MediaType;

/** Usage records as the body of a request: a JSON array, JSON by the line, or CSV. No record, for those are read as JSON objects. */
final class UsageUpload {

    private final byte[] content;
    private final MediaType media;

    UsageUpload(byte[] content, MediaType media) {
        this.content = content;
        this.media = media;
    }

    byte[] content() {
        return content;
    }

    boolean isByLine() {
        return media.getSubtype().equals("x-ndjson");
    }
}
