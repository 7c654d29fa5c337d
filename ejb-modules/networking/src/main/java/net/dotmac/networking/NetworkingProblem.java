package net.dotmac.networking;

import net.dotmac.kernel.Problem;

/** What can go wrong with the network's records, beside what every domain shares. */
public enum NetworkingProblem implements Problem {
    NAME_TAKEN("network-name-taken", Category.CONFLICT),
    ADDRESS_TAKEN("device-address-taken", Category.CONFLICT),
    CREDENTIALS_MISSING("device-credentials-missing", Category.INVALID),
    ALARM_CLEARED("alarm-already-cleared", Category.CONFLICT);

    private final String slug;
    private final Category category;

    NetworkingProblem(String slug, Category category) {
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
