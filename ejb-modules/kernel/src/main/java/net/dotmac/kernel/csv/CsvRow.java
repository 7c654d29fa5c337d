package net.dotmac.kernel.csv;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** A row of a {@link CsvTable}, whose cells are asked for by the names of their columns. */
public final class CsvRow {

    private final int line;
    private final Map<String, Integer> positions;
    private final CSVRecord cells;

    CsvRow(int line, Map<String, Integer> positions, CSVRecord cells) {
        this.line = line;
        this.positions = positions;
        this.cells = cells;
    }

    /** The line of the file in which it begins, from 1. */
    public int line() {
        return line;
    }

    /** How many cells it has. */
    public int size() {
        return cells.size();
    }

    /** Whether it has a cell for each column and no more. */
    public boolean isWhole() {
        return cells.size() == positions.size();
    }

    /** The cell without spaces around; empty if there is no such column or cell. */
    public String get(String column) {
        Integer position = positions.get(CsvTable.plain(column));
        return position == null || position >= cells.size()
                ? ""
                : cells.get(position).strip();
    }
}
