/** The bare rival of the REST API: the same server and libraries, no token, no database. Deployed by the benchmark alone. */
package net.dotmac.benchmarks.echo;
