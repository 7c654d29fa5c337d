package net.dotmac.console.customers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.services.LockDetails;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductLockService;

/** What keeps a product from its customer now or soon, with what can be done about it. */
class ProductLocksPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ProductLockService locks;

    ProductLocksPanel(ProductLockService locks, ProductDetails product, LocalDate today) {
        this.locks = locks;
        boolean isOver = product.status().equals("terminated");
        boolean may = Person.signedIn().may("product.lock") && !isOver;
        List<LockDetails> open = isOver
                ? List.of()
                : locks.list(product.id()).stream()
                        .filter(lock -> !lock.state().equals("over"))
                        .toList();
        open.forEach(lock -> add(line(lock, may)));
        if (may) {
            Button set = new Button(
                    Words.of("customers.lock.set"), click -> new ProductLockDialog(locks, product, today).open());
            set.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            add(set);
        }
    }

    private Div line(LockDetails lock, boolean may) {
        Span reason = new Span(Words.of(
                lock.to() == null ? "customers.lock.from" : "customers.lock.fromTo",
                Words.of("customers.lock.reason." + lock.reason().wire()),
                Formats.day(lock.from()),
                lock.to() == null ? "" : Formats.day(lock.to().minusDays(1))));
        Span billed = new Span(Words.of(lock.billed() ? "customers.lock.billed" : "customers.lock.unbilled"));
        billed.addClassName("quiet");
        Div line = new Div(new Div(reason), new Div(billed));
        if (may) {
            Button end = new Button(Words.of("customers.lock.end"), click -> end(lock));
            end.addThemeVariants(ButtonVariant.LUMO_SMALL);
            end.setTooltipText(Words.of("customers.lock.end.hint"));
            line.add(end);
        }
        line.addClassName("price-line");
        return line;
    }

    private void end(LockDetails lock) {
        try {
            locks.unlock(lock.id(), null);
            Notices.done(Words.of("customers.lock.ended"));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
