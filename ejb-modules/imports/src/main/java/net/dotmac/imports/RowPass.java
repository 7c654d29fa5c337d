package net.dotmac.imports;

import java.util.List;
import net.dotmac.imports.domain.Faults;
import net.dotmac.kernel.csv.CsvRow;

/** Goes through a file once, some rows at a time; it either checks them all or writes them all. */
interface RowPass {

    /** Finds what is wrong with these rows, in themselves, with those before them and with what is here. */
    void check(List<CsvRow> rows, Faults faults);

    /** Makes data of rows that a check has found sound in the same transaction. */
    void write(List<CsvRow> rows);

    /** What was written came to. */
    List<ImportProof> proof();
}
