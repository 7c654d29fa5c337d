package net.dotmac.billing.domain;

/** Why an account can't be billed until a person has mended something. */
public enum BlockReason {
    /** A price has no tax category, or one without a rate on the day. */
    NO_TAX_CATEGORY("noTaxCategory"),
    /** A price is in another currency than the account. */
    CURRENCY_MISMATCH("currencyMismatch"),
    /** The buyer has no postal address, which an invoice must show. */
    MISSING_ADDRESS("missingAddress"),
    /** A person has put the account on hold. */
    ON_HOLD("onHold"),
    /** Usage can't be priced, because the price has no tariff. */
    NO_TARIFF("noTariff"),
    /** More is open than any normal account has, so its dates are likely wrong. */
    BACKLOG_TOO_LONG("backlogTooLong"),
    /** A charge of the period is on a document already, though the account does not know it. */
    ALREADY_CHARGED("alreadyCharged"),
    /** A sum is larger than can be stored. */
    AMOUNT_OUT_OF_RANGE("amountOutOfRange");

    private final String wire;

    BlockReason(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }
}
