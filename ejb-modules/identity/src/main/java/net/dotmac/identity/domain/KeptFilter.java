package net.dotmac.identity.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import net.dotmac.identity.SavedFilter;
import net.dotmac.kernel.persistence.TenantEntity;

/** A named view of a list. It belongs to who saved it; saved again under the same name, it is replaced. */
@Entity
@Table(name = "saved_filter")
public class KeptFilter extends TenantEntity {

    @Column(name = "owner", updatable = false)
    private String owner;

    @Column(name = "list", updatable = false)
    private String list;

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "query")
    private String query;

    protected KeptFilter() {}

    public KeptFilter(String owner, String list, String name, String query) {
        super(newId());
        this.owner = owner;
        this.list = list;
        this.name = name;
        this.query = query;
    }

    public void replace(String newQuery) {
        this.query = newQuery;
    }

    public boolean isOf(String actor) {
        return owner.equals(actor);
    }

    public SavedFilter details() {
        return new SavedFilter(id(), list, name, query);
    }
}
