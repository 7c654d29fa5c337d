/**
 * Where others report to us who have no token: what they say is believed for its signature alone.
 */
package net.dotmac.rest.report;
