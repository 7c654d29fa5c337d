/**
 * Runs the whole system from a checkout: embedded PostgreSQL, migrations, a configured WildFly with the EAR. The command line
 * and the system tests start it the same way.
 *
 * <p>Everything it makes lies under one directory ({@code var/} by default), so that deleting it starts afresh. Passwords and
 * the master key are made at the first run and kept there, readable by their owner only.
 */
package net.dotmac.devtools.launcher;
