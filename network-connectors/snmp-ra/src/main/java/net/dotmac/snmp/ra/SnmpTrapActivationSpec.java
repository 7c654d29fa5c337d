package net.dotmac.snmp.ra;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpTrapListener;

/**
 * Where a message-driven bean listens for notifications, and whom it believes.
 *
 * <p>A community proves nothing, so the usual setting is to accept any and to know the sender by its address. V3 users are
 * written as {@code name,AUTH,authPassphrase,PRIV,privPassphrase}, several separated by line breaks or semicolons; what is
 * not needed is left empty: {@code watch,NONE,,NONE,}. One port has one set of users: tenants whose users have the same name
 * need ports of their own.
 */
@Activation(messageListeners = SnmpTrapListener.class)
public class SnmpTrapActivationSpec implements ActivationSpec {

    @ConfigProperty(defaultValue = "0.0.0.0", description = "Numeric local address to listen on")
    private String bindAddress = "0.0.0.0";

    @ConfigProperty(defaultValue = "1162", description = "UDP port; 0 takes a free one")
    private String port = "1162";

    @ConfigProperty(
            defaultValue = "*",
            description = "Accepted V1 and V2C communities, by commas; * for any, empty for none")
    private String communities = "*";

    @ConfigProperty(defaultValue = "", confidential = true, description = "V3 users")
    private String users = "";

    @ConfigProperty(defaultValue = "1000", description = "Notifications that may wait for the application")
    private Integer queueLimit = 1_000;

    private transient ResourceAdapter resourceAdapter;

    @Override
    public void validate() throws InvalidPropertyException {
        if (!SnmpTarget.isNumericAddress(bindAddress)) {
            throw new InvalidPropertyException("bindAddress must be a numeric address, found " + bindAddress);
        }
        if (queueLimit < 1) {
            throw new InvalidPropertyException("queueLimit must be 1 or more, found " + queueLimit);
        }
        try {
            portNumber();
            parsedUsers();
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
    }

    int portNumber() {
        int number = Integer.parseInt(port.trim());
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, found " + port);
        }
        return number;
    }

    boolean acceptsAnyCommunity() {
        return communities.trim().equals("*");
    }

    Set<String> parsedCommunities() {
        return Stream.of(communities.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException for a user that can't be; the message holds no secret */
    List<SnmpCredentials.User> parsedUsers() {
        List<SnmpCredentials.User> parsed = new ArrayList<>();
        for (String line : users.split("[;\\n]")) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.trim().split(",", -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException(
                        "a V3 user has 5 parts (name,AUTH,passphrase,PRIV,passphrase), found " + parts.length);
            }
            parsed.add(new SnmpCredentials.User(
                    parts[0], AuthProtocol.valueOf(parts[1]), parts[2], PrivProtocol.valueOf(parts[3]), parts[4]));
        }
        return parsed;
    }

    public String getBindAddress() {
        return bindAddress;
    }

    public void setBindAddress(String bindAddress) {
        this.bindAddress = bindAddress;
    }

    public String getPort() {
        return port;
    }

    /** A text, because it usually comes from a property of the server. */
    public void setPort(String port) {
        this.port = port;
    }

    public String getCommunities() {
        return communities;
    }

    public void setCommunities(String communities) {
        this.communities = communities;
    }

    public String getUsers() {
        return users;
    }

    public void setUsers(String users) {
        this.users = users;
    }

    public Integer getQueueLimit() {
        return queueLimit;
    }

    public void setQueueLimit(Integer queueLimit) {
        this.queueLimit = queueLimit;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        resourceAdapter = adapter;
    }
}
