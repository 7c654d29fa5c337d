package net.dotmac.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dotmac.kernel.Secrets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the one {@link Secrets} of the installation from its configured master keys. */
@ApplicationScoped
public class SecretsProducer {

    /** 32 bytes in base64: what everything is sealed with. */
    @Inject
    @ConfigProperty(name = "dotmac.master-key")
    private Optional<String> masterKey;

    /** Master keys used before, which still open what they sealed. */
    @Inject
    @ConfigProperty(name = "dotmac.master-key.former")
    private Optional<List<String>> formerKeys;

    /** @throws IllegalStateException without a master key: nothing secret could be stored */
    @Produces
    @ApplicationScoped
    public Secrets secrets() {
        List<String> keys = new ArrayList<>();
        keys.add(masterKey.orElseThrow(() -> new IllegalStateException(
                "dotmac.master-key is not set; give the server 32 random bytes in base64 and keep a copy elsewhere")));
        formerKeys.ifPresent(keys::addAll);
        return new AesGcmSecrets(keys);
    }
}
