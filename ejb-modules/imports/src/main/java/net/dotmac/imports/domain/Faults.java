package net.dotmac.imports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.dotmac.imports.ImportFault;

/** Gathers what is wrong with the rows of a file, some rows at a time. */
public final class Faults {

    private static final int LONGEST_FOUND = 100;
    private static final int LONGEST_EXPECTED = 500;

    private final List<ImportFault> waiting = new ArrayList<>();
    private int badRows;
    private int count;

    /** Why a row can't be taken. */
    public enum Reason {
        /** A cell that must not be empty is. */
        MISSING("missing"),
        /** It is not of the form that is expected. */
        MALFORMED("malformed"),
        /** It names what is not here. */
        UNKNOWN("unknown"),
        /** It names anew what is here already. */
        TAKEN("taken"),
        /** It names anew what the file has named before. */
        TWICE("twice"),
        /** A rule of the house forbids it. */
        REFUSED("refused");

        private final String wire;

        Reason(String wire) {
            this.wire = wire;
        }
    }

    /** @param column null for the row as a whole */
    public void add(int line, String column, String found, Reason reason, String expected) {
        waiting.add(new ImportFault(
                line, column, shown(found, LONGEST_FOUND), reason.wire, shown(expected, LONGEST_EXPECTED)));
    }

    /** What was added since the last call, in the order of lines; the rows it is of must not come again. */
    public List<ImportFault> take() {
        List<ImportFault> taken = waiting.stream()
                .sorted(Comparator.comparingInt(ImportFault::line))
                .toList();
        waiting.clear();
        count += taken.size();
        badRows += Math.toIntExact(
                taken.stream().mapToInt(ImportFault::line).distinct().count());
        return taken;
    }

    /** How many rows what was taken so far is of. */
    public int badRows() {
        return badRows;
    }

    public int count() {
        return count;
    }

    /** What control characters would do to whoever looks at it, nobody knows. */
    private static String shown(String text, int atMost) {
        String plain = text.codePoints()
                .limit(atMost)
                .map(each -> Character.isISOControl(each) ? ' ' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= atMost ? plain : plain.substring(0, atMost - 1);
    }
}
