package net.dotmac.billing;

/**
 * How the tenant starts billing runs.
 *
 * @param needsApproval whether somebody else than who started a run has to approve it before documents are issued
 */
public record RunPolicy(boolean needsApproval) {}
