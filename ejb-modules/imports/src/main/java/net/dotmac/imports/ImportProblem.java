package net.dotmac.imports;

import net.dotmac.kernel.Problem;

/** What imports refuse. */
public enum ImportProblem implements Problem {
    /** It is no file that could be checked row by row. */
    FILE_REFUSED("import-file-refused", Category.INVALID),
    /** The same file is here already. */
    FILE_KNOWN("import-file-known", Category.CONFLICT),
    /** The file has rows that can't be taken. */
    HAS_FAULTS("import-has-faults", Category.CONFLICT),
    /** The file was applied or discarded before. */
    IMPORT_STATE("import-state", Category.CONFLICT);

    private final String slug;
    private final Category category;

    ImportProblem(String slug, Category category) {
        this.slug = slug;
        this.category = category;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public Category category() {
        return category;
    }
}
