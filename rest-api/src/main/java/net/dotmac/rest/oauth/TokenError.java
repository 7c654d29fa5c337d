package net.dotmac.rest.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A refused token request as RFC 6749 §5.2 writes it. */
record TokenError(@JsonProperty("error") String error, @JsonProperty("error_description") String description) {}
