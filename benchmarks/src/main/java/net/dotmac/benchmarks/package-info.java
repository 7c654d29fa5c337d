/**
 * What {@code make bench} measures, each beside a bare rival in the same run, so that the machine cancels out: billing beside a
 * binary COPY of the same rows, polling beside a loop of SNMP4J that stores nothing, REST beside an echo in the same server.
 *
 * <p>CPU is that of the server's process and of all PostgreSQL processes together, by {@code /proc}; devices and clients are
 * processes of their own and don't count. Linux only.
 */
package net.dotmac.benchmarks;
