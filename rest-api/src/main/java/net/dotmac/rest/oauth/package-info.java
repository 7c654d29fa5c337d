/**
 * Tokens: {@code /oauth2/token} by RFC 6749 for programs (client_credentials) and for people who have signed in
 * (refresh_token), {@code /oauth2/jwks} for whoever verifies. There is no password grant, which OAuth 2.1 dropped: a
 * person signs in at the console or at {@code /api/v1/sessions}.
 */
package net.dotmac.rest.oauth;
