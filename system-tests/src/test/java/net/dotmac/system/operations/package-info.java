/** What whoever runs the server sees of it from outside: health and metrics. */
package net.dotmac.system.operations;
