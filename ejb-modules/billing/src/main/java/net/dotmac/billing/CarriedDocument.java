package net.dotmac.billing;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * A document that another system issued and that is still open.
 *
 * @param id under which the ledger settles it
 * @param number as that system spelled it, 1 to 40 characters
 * @param billingAccountId who owes it, or has it to his credit
 * @param isCredit whether it is to the customer's credit
 * @param issuedOn its day
 * @param dueOn when it was or is to be paid
 * @param open what is open of it, more than 0
 */
public record CarriedDocument(
        UUID id,
        String number,
        UUID billingAccountId,
        boolean isCredit,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money open) {}
