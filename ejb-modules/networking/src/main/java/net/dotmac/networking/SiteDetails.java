package net.dotmac.networking;

import java.util.UUID;

/** A place with devices. */
public record SiteDetails(UUID id, String name, String location) {}
