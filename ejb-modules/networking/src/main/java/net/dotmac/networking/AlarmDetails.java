package net.dotmac.networking;

import java.time.Instant;
import java.util.UUID;

/**
 * An alarm: what X.733 says of a fault, with the life of TMF642.
 *
 * @param interfaceId the interface it is about, or null if it is about the device
 * @param alarmedObject its name, for people
 * @param alarmType X.733 event type, e.g. communicationsAlarm
 * @param probableCause e.g. deviceUnreachable, linkDown
 * @param perceivedSeverity critical, major, minor, warning or indeterminate
 * @param state raised, updated or cleared
 * @param ackState unacknowledged or acknowledged
 * @param occurrences how often it was raised while it was open
 */
public record AlarmDetails(
        UUID id,
        UUID deviceId,
        UUID interfaceId,
        String alarmedObject,
        String alarmType,
        String probableCause,
        String perceivedSeverity,
        String state,
        String ackState,
        String detail,
        int occurrences,
        Instant raisedAt,
        Instant changedAt,
        Instant clearedAt,
        String clearedBy,
        Instant ackAt,
        String ackBy) {}
