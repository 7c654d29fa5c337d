package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.domain.Alarm;
import net.dotmac.networking.persistence.AlarmRegister;
import net.dotmac.networking.persistence.AlarmRepository;
import net.dotmac.networking.persistence.PollStateRepository;

/** What people do with alarms; polling and traps raise and clear them. */
@Stateless
@Interceptors(CallInterceptor.class)
public class AlarmService {

    private static final int MAX_COMMENT = 2_000;

    @Inject
    private AlarmRepository repository;

    @Inject
    private AlarmRegister register;

    @Inject
    private PollStateRepository polls;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Requires("alarm.read")
    public AlarmDetails get(UUID id) {
        return require(id).details();
    }

    /** Alarms by state, ackState, perceivedSeverity, probableCause, device.id, raisedAt and more. */
    @Requires("alarm.read")
    public Page<AlarmDetails> list(Query query) {
        return repository.find(query).map(Alarm::details);
    }

    /** Says that the caller knows of the alarm; repeating it changes nothing. */
    @Requires("alarm.write")
    public AlarmDetails acknowledge(UUID id) {
        Alarm alarm = require(id);
        if (alarm.acknowledge(CallContext.current().actor(), clock.instant())) {
            audit.record("alarm.acknowledged", "alarm", id, Map.of());
        }
        return alarm.details();
    }

    /**
     * Clears an alarm by hand. If its fault is still there, the next poll raises a new one.
     *
     * @throws DomainException {@code alarm-already-cleared}
     */
    @Requires("alarm.write")
    public AlarmDetails clear(UUID id) {
        Alarm alarm = require(id);
        register.clear(alarm);
        repository.flush();
        polls.makeDue(alarm.details().deviceId());
        audit.record("alarm.cleared", "alarm", id, Map.of());
        return alarm.details();
    }

    /** @param comment 1 to 2,000 characters */
    @Requires("alarm.write")
    public AlarmComment comment(UUID id, String comment) {
        require(id);
        String text = comment == null ? "" : comment.strip();
        if (text.isEmpty() || text.length() > MAX_COMMENT) {
            throw DomainException.invalid(
                    "comment", "A comment has 1 to " + MAX_COMMENT + " characters, found " + text.length() + ".");
        }
        return repository.comment(id, CallContext.current().actor(), text, clock.instant());
    }

    /** The first 500 comments of an alarm, oldest first. */
    @Requires("alarm.read")
    public List<AlarmComment> comments(UUID id) {
        require(id);
        return repository.comments(id);
    }

    private Alarm require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("alarm", id));
    }
}
