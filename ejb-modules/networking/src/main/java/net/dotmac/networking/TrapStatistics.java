package net.dotmac.networking;

/**
 * What came to this node's port for traps since it started; every number only grows.
 *
 * @param received traps of known devices
 * @param unknownSources traps whose source is no device, or not one tenant's alone
 * @param rejected messages with a community or user that is not accepted, or that are no notification
 * @param dropped notifications lost because the application was too slow or refused them
 * @param undecodable datagrams, of traps and of answers, that are no SNMP message
 */
public record TrapStatistics(long received, long unknownSources, long rejected, long dropped, long undecodable) {}
