package net.dotmac.devtools.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Answers get, getnext and getbulk as RFC 3416 §4.2 says, from a device's MIB; refuses set. */
final class RequestResponder implements CommandResponder {

    /** Room for headers and V3 security parameters besides the bindings. */
    private static final int OVERHEAD = 200;

    private static final int MAX_MESSAGE = 1_472 * 8;

    private final DeviceState device;

    RequestResponder(DeviceState device) {
        this.device = device;
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        PDU request = event.getPDU();
        boolean isV1 = event.getMessageProcessingModel() == SnmpConstants.version1;
        if (request == null || !request.isConfirmedPdu() || request.getType() == PDU.INFORM || !isWelcome(event)) {
            return;
        }
        event.setProcessed(true);
        PDU response = (PDU) request.clone();
        response.setType(PDU.RESPONSE);
        response.clear();
        response.setRequestID(request.getRequestID());
        response.setErrorStatus(0);
        response.setErrorIndex(0);
        int room = Math.min(MAX_MESSAGE, event.getMaxSizeResponsePDU()) - OVERHEAD;
        fill(request, response, isV1, room);
        send(event, response);
    }

    private boolean isWelcome(CommandResponderEvent<?> event) {
        if (event.getMessageProcessingModel() == SnmpConstants.version3) {
            return true;
        }
        String community = device.profile().community();
        return community != null && community.equals(new String(event.getSecurityName(), StandardCharsets.UTF_8));
    }

    private void fill(PDU request, PDU response, boolean isV1, int room) {
        switch (request.getType()) {
            case PDU.GET -> single(request, response, isV1, room, false);
            case PDU.GETNEXT -> single(request, response, isV1, room, true);
            case PDU.GETBULK -> bulk(request, response, room);
            default -> fail(request, response, isV1 ? PDU.noSuchName : PDU.notWritable, 1);
        }
    }

    private void single(PDU request, PDU response, boolean isV1, int room, boolean next) {
        int left = room;
        List<? extends VariableBinding> asked = request.getVariableBindings();
        for (int i = 0; i < asked.size(); i++) {
            OID oid = asked.get(i).getOid();
            VariableBinding found = next ? next(oid, isV1) : exact(oid, isV1);
            if (isV1 && Null.isExceptionSyntax(found.getVariable().getSyntax())) {
                fail(request, response, PDU.noSuchName, i + 1);
                return;
            }
            left -= found.getBERLength();
            if (left < 0) {
                fail(request, response, PDU.tooBig, 0);
                return;
            }
            response.add(found);
        }
    }

    private void bulk(PDU request, PDU response, int room) {
        List<? extends VariableBinding> asked = request.getVariableBindings();
        int nonRepeaters = Math.min(Math.max(0, request.getNonRepeaters()), asked.size());
        int left = room;
        for (int i = 0; i < nonRepeaters; i++) {
            VariableBinding found = next(asked.get(i).getOid(), false);
            left -= found.getBERLength();
            response.add(found);
        }
        OID[] at =
                asked.stream().skip(nonRepeaters).map(VariableBinding::getOid).toArray(OID[]::new);
        for (int row = 0; row < request.getMaxRepetitions() && at.length > 0; row++) {
            boolean anything = false;
            for (int column = 0; column < at.length; column++) {
                VariableBinding found = next(at[column], false);
                left -= found.getBERLength();
                if (left < 0) {
                    return;
                }
                response.add(found);
                at[column] = found.getOid();
                anything |= !Null.isExceptionSyntax(found.getVariable().getSyntax());
            }
            if (!anything) {
                return;
            }
        }
    }

    private VariableBinding exact(OID oid, boolean isV1) {
        Variable value = DeviceMib.of(device).get(oid, device);
        if (value == null || (isV1 && value instanceof Counter64)) {
            return new VariableBinding(oid, Null.noSuchInstance);
        }
        return new VariableBinding(oid, value);
    }

    /** V1 has no Counter64, so a V1 walk steps over them (RFC 3584 §4.2.2.1). */
    private VariableBinding next(OID oid, boolean isV1) {
        DeviceMib mib = DeviceMib.of(device);
        for (OID at = mib.after(oid); at != null; at = mib.after(at)) {
            Variable value = mib.get(at, device);
            if (!(isV1 && value instanceof Counter64)) {
                return new VariableBinding(at, value);
            }
        }
        return new VariableBinding(oid, Null.endOfMibView);
    }

    private static void fail(PDU request, PDU response, int status, int index) {
        response.clear();
        response.setRequestID(request.getRequestID());
        request.getVariableBindings().forEach(response::add);
        response.setErrorStatus(status);
        response.setErrorIndex(index);
    }

    private static <A extends Address> void send(CommandResponderEvent<A> event, PDU response) {
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            System.getLogger(RequestResponder.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "no answer sent to {0}: {1}",
                            event.getPeerAddress(),
                            e.getMessage());
        }
    }
}
