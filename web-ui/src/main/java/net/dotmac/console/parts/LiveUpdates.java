package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.CallContext;
import org.jboss.logging.Logger;

/** Reads something again and again on behalf of the person who looks at it, and pushes it to his page. */
@ApplicationScoped
public class LiveUpdates {

    private static final Logger LOG = Logger.getLogger(LiveUpdates.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    /**
     * Starts reading; to be stopped when the page is left.
     *
     * @param read runs outside the page's lock, with the person's own permissions
     * @param show runs in the page
     */
    public <T> Subscription every(Duration pause, UI ui, Callable<T> read, Consumer<T> show) {
        Person person = Person.signedIn();
        ScheduledFuture<?> work = executor.scheduleWithFixedDelay(
                () -> once(person, ui, read, show), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> work.cancel(false);
    }

    private static <T> void once(Person person, UI ui, Callable<T> read, Consumer<T> show) {
        try {
            CallContext context = person.context();
            T value = context.call(read);
            ui.access(() -> context.run(() -> show.accept(value)));
        } catch (UIDetachedException e) {
            LOG.trace("The page was left meanwhile", e);
        } catch (Exception e) {
            LOG.debug("A live page could not be refreshed; the next try follows", e);
        }
    }

    /** Ends the reading. */
    public interface Subscription {
        void stop();
    }
}
