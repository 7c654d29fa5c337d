package net.dotmac.console.debits;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.DebitsInFlight;
import net.dotmac.payments.MandateData;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.MandateService;

/** The mandates of one billing account and what is in flight by them; the place where a new one is entered. */
public class MandatePanel extends Panel {

    private static final long serialVersionUID = 1L;

    MandatePanel(MandateService mandates, DebitsInFlight inFlight, UUID accountId) {
        super(Words.of("debits.title"));
        List<MandateDetails> all = mandates.list(Query.where(Filter.equal("billingAccountId", accountId.toString())))
                .rows();
        boolean hasStanding = false;
        for (MandateDetails mandate : all) {
            add(line(mandate));
            hasStanding |= List.of("active", "suspended").contains(mandate.state());
        }
        if (Person.signedIn().may("directDebit.read")) {
            inFlight.amounts(List.of(accountId))
                    .values()
                    .forEach(amount -> add(new Div(Words.of("debits.inFlight", DebitWords.euros(amount)))));
        }
        if (!hasStanding && Person.signedIn().may("mandate.write")) {
            add(new MandateForm(
                    Words.of("debits.mandate.add"),
                    (debtor, terms) -> Ask.attempt(() -> mandates.create(new MandateData(
                            accountId, terms.reference(), terms.scheme(), terms.sequence(), terms.signedOn(), debtor))),
                    true));
        } else if (all.isEmpty()) {
            add(new Span(Words.of("debits.mandate.none")));
        }
    }

    private static Div line(MandateDetails mandate) {
        RouterLink link = new RouterLink();
        link.setText(mandate.reference());
        link.getElement().setAttribute("href", "mandates/" + mandate.id());
        Span iban = new Span(mandate.debtor().iban());
        iban.addClassName("quiet");
        Div line = new Div(link, DebitWords.mandate(mandate.state()), iban);
        line.addClassName("alarm-line");
        return line;
    }
}
