/**
 * Who may do what: users with roles, API clients, and the tokens both get.
 *
 * <p>Signing in happens before there is a call context. {@link net.dotmac.identity.Authentication} is that door: a
 * slug (of a person's form, of a client id, of a refresh token) leads to the tenant, and a context that may do
 * nothing but open a session runs the rest, so that even a mistake there stays inside one tenant. A refused sign-in
 * is a value and not an exception, for the counted failure must be committed.
 *
 * <p>Passwords are Argon2id; client secrets and refresh tokens are random, so one round of SHA-256 keeps them.
 * Access tokens live ten minutes and are not looked up again: disabling a user or client takes effect with the next
 * token.
 *
 * <p>Signing keys belong to the installation. Each is published a day before it signs and for an hour after its last
 * token was issued.
 */
package net.dotmac.identity;
