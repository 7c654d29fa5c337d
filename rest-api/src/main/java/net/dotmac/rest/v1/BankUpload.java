package net.dotmac.rest.v1;

/** A file as the body of a request. */
record BankUpload(byte[] content) {}
