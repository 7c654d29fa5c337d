package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.kernel.Money;

/** One statement of a camt.053 file while it is read. */
final class Camt053Statement {

    private final String place;
    private final FileFaults faults;
    private final List<BankEntry> entries = new ArrayList<>();
    private String ref;
    private String account;
    private String currency;
    private Long opening;
    private Long closing;
    private LocalDate fromOn;
    private LocalDate toOn;
    private int entryNo;

    Camt053Statement(int number, FileFaults faults) {
        this.place = "statement " + number;
        this.faults = faults;
    }

    /** Takes in one child of the statement; the schema has them in this order. */
    void add(String name, XmlPart part) {
        try {
            switch (name) {
                case "Id" -> ref = part.own();
                case "FrToDt" -> {
                    fromOn = Camt053Parser.day(part, "FrDtTm");
                    toOn = Camt053Parser.day(part, "ToDtTm");
                }
                case "Acct" -> {
                    account = part.text("Id/IBAN", "Id/Othr/Id");
                    currency = part.text("Ccy");
                }
                case "Bal" -> balance(part);
                case "Ntry" -> entry(part);
                default -> {}
            }
        } catch (IllegalArgumentException e) {
            faults.add(name.equals("Ntry") ? place + ", entry " + entryNo : place + ", " + name, e.getMessage());
        }
    }

    private void balance(XmlPart part) {
        String kind = part.text("Tp/CdOrPrtry/Cd");
        boolean isOpening = "OPBD".equals(kind) || ("PRCD".equals(kind) && opening == null);
        if (!isOpening && !"CLBD".equals(kind)) {
            return;
        }
        String found = StatementAmount.currency(
                part.first("Amt") == null ? null : part.first("Amt").currency());
        requireCurrency(found);
        long minor = Camt053Parser.signed(part, "Amt", found);
        if (isOpening) {
            opening = minor;
        } else {
            closing = minor;
            LocalDate day = Camt053Parser.day(part, "Dt");
            toOn = toOn == null ? day : toOn;
        }
    }

    private void requireCurrency(String found) {
        if (currency == null) {
            currency = found;
        } else if (!currency.equals(found)) {
            throw new IllegalArgumentException(
                    "the amount is in " + found + " and the account in " + StatementAmount.shortened(currency) + ".");
        }
    }

    private void entry(XmlPart part) {
        entryNo++;
        String status = part.text("Sts/Cd", "Sts");
        if (status != null && !status.equals("BOOK")) {
            return;
        }
        XmlPart amount = part.first("Amt");
        requireCurrency(StatementAmount.currency(amount == null ? null : amount.currency()));
        long minor = Camt053Parser.signed(part, "Amt", currency);
        if (minor != 0) {
            entries.addAll(Camt053Entry.read(part, entryNo, minor, currency));
        }
    }

    /** The whole statement, or null if something of it is wrong. */
    BankFileStatement finish() {
        if (ref == null || ref.isEmpty() || ref.length() > 100) {
            faults.add(place, "the statement has no id (Stmt/Id) of 1 to 100 characters.");
        }
        if (account == null || account.length() > 40) {
            faults.add(place, "the statement names no account (Acct/Id).");
        }
        if (currency == null) {
            faults.add(place, "neither account nor balances name a currency.");
        }
        requireSum();
        fillDays();
        if (!faults.isEmpty()) {
            return null;
        }
        return new BankFileStatement(account, ref, currency, opening, closing, fromOn, toOn, entries);
    }

    private void requireSum() {
        if (!faults.isEmpty() || opening == null || closing == null) {
            return;
        }
        long sum = opening;
        for (BankEntry entry : entries) {
            sum = Math.addExact(sum, entry.amountMinor());
        }
        if (sum != closing) {
            faults.add(
                    place,
                    "opening balance and entries give " + new Money(sum, currency) + ", and the closing balance is "
                            + new Money(closing, currency) + ". Entries are missing or too many; ask the bank for the"
                            + " whole statement.");
        }
    }

    private void fillDays() {
        LocalDate first = null;
        LocalDate last = null;
        for (BankEntry entry : entries) {
            first = first == null || entry.bookedOn().isBefore(first) ? entry.bookedOn() : first;
            last = last == null || entry.bookedOn().isAfter(last) ? entry.bookedOn() : last;
        }
        toOn = toOn == null ? last : toOn;
        fromOn = fromOn == null ? (first == null ? toOn : first) : fromOn;
        toOn = toOn == null ? fromOn : toOn;
        if (toOn == null) {
            faults.add(place, "neither period, nor balances, nor entries tell a day.");
        }
    }
}
