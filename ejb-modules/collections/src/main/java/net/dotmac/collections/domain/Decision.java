package net.dotmac.collections.domain;

import java.time.LocalDate;

/** What happens to an account today. */
public sealed interface Decision {

    /** What was overdue is paid, or too little to be dunned: a case closes, and none is opened. */
    record Settled() implements Decision {}

    /**
     * Nothing may happen.
     *
     * @param by what shields
     * @param until the first day on which that is over by itself, or null while nobody knows
     */
    record Shielded(Shield by, LocalDate until) implements Decision {}

    /** A step is due today. @param number 1 or more */
    record Take(int number) implements Decision {}

    /**
     * The next step is not due yet.
     *
     * @param number of the next step, or 0 if all were taken
     * @param on the day it is due, or null if all were taken
     */
    record Wait(int number, LocalDate on) implements Decision {}

    /** What can shield an account. */
    enum Shield {
        PAUSE("pause"),
        PROMISE("promise"),
        ARRANGEMENT("arrangement"),
        DISPUTE("dispute"),
        DEBIT("debit");

        private final String wire;

        Shield(String wire) {
            this.wire = wire;
        }

        /** The spelling in the database and on interfaces. */
        public String wire() {
            return wire;
        }
    }
}
