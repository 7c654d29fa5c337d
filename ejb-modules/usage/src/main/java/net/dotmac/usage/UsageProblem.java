package net.dotmac.usage;

import net.dotmac.kernel.Problem;

/** What usage refuses. */
public enum UsageProblem implements Problem {
    /** A file has lines that can't be kept, so none of it is. */
    FILE_REFUSED("usage-file-refused", Category.INVALID);

    private final String slug;
    private final Category category;

    UsageProblem(String slug, Category category) {
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
