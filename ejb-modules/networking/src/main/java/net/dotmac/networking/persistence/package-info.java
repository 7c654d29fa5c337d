/**
 * Where the network is kept. People's clicks go through Hibernate; what polling writes every cycle goes through JDBC, in one
 * statement for many devices, and samples by COPY.
 */
package net.dotmac.networking.persistence;
