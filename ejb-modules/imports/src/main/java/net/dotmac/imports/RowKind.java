package net.dotmac.imports;

import java.util.List;

/** What one kind of file holds. */
interface RowKind {

    /** Its spelling outside and in the database. */
    String wire();

    /** The columns a file may have. */
    List<String> columns();

    /** Those it must have. */
    List<String> required();

    /** What the domains ask for that the rows are written to. */
    String[] permissions();

    /** Begins to go through a file from its first row to its last. */
    RowPass begin();
}
