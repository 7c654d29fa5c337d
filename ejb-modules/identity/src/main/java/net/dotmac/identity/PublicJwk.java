package net.dotmac.identity;

/**
 * The public half of a signing key as RFC 7517 writes it.
 *
 * @param n modulus, base64url
 * @param e exponent, base64url
 */
public record PublicJwk(String kty, String use, String alg, String kid, String n, String e) {}
