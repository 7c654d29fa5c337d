/**
 * Runs the services of domains in a unit test: the real classes on a real PostgreSQL with the real migrations, as the role that
 * the server has, so that row-level security is in force. What only the container does (interceptors, timers, messages) is
 * tested elsewhere.
 */
package net.dotmac.devtools.testing;
