package net.dotmac.snmp.ra;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.MessageProcessingModel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;

/**
 * A dispatcher that no datagram can harm: whatever fails while one is read is reported with its sender, and the next one is
 * read. SNMP4J's own swallows the sender, and with it the reason why a request stays unanswered.
 */
final class GuardedDispatcher extends MessageDispatcherImpl {

    private final BiConsumer<Address, String> onUndecodable;

    GuardedDispatcher(BiConsumer<Address, String> onUndecodable) {
        this.onUndecodable = onUndecodable;
    }

    @Override
    public <A extends Address> void processMessage(
            TransportMapping<? super A> transport, A from, BERInputStream message, TransportStateReference state) {
        try {
            Integer32 version = getSnmpVersion(message);
            MessageProcessingModel model = version == null ? null : getMessageProcessingModel(version.getValue());
            if (model == null) {
                onUndecodable.accept(from, "not an SNMP message of a known version");
                return;
            }
            dispatchMessage(transport, model, from, message, state);
        } catch (IOException | RuntimeException e) {
            onUndecodable.accept(from, String.valueOf(e.getMessage()));
        }
    }
}
