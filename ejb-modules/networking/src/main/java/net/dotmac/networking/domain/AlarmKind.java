package net.dotmac.networking.domain;

/** The faults that polling and traps find, in the words of X.733. */
public enum AlarmKind {
    DEVICE_UNREACHABLE("communicationsAlarm", "deviceUnreachable", "critical"),
    LINK_DOWN("communicationsAlarm", "linkDown", "major");

    private final String alarmType;
    private final String probableCause;
    private final String severity;

    AlarmKind(String alarmType, String probableCause, String severity) {
        this.alarmType = alarmType;
        this.probableCause = probableCause;
        this.severity = severity;
    }

    public String alarmType() {
        return alarmType;
    }

    public String probableCause() {
        return probableCause;
    }

    public String severity() {
        return severity;
    }
}
