package net.dotmac.rest.v1;

/** A file to be imported as the body of a request: CSV, or an archive of it. */
record ImportUpload(byte[] content) {}
