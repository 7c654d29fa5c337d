package net.dotmac.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A program of the ISP's or of a partner's that calls the API.
 *
 * @param clientId {@code <tenant's slug>.<name>}, unique in the installation
 * @param name what people call it
 * @param permissions sorted; its tokens' scope can't exceed them
 * @param status {@code active} or {@code disabled}
 */
public record ApiClient(
        UUID id, String clientId, String name, List<String> permissions, String status, Instant createdAt) {

    public ApiClient {
        permissions = List.copyOf(permissions);
    }
}
