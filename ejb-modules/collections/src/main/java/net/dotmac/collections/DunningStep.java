package net.dotmac.collections;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One step of a policy.
 *
 * @param days after the oldest debt's due date, 0 to 730
 * @param inBusinessDays whether the days are counted in business days; the step itself is taken on one either way
 * @param actions at least one, in the order of {@link DunningAction}
 */
public record DunningStep(int days, boolean inBusinessDays, List<DunningAction> actions) {

    public DunningStep {
        List<DunningAction> ordered = new ArrayList<>(new LinkedHashSet<>(actions));
        ordered.sort(null);
        actions = List.copyOf(ordered);
    }

    public boolean does(DunningAction action) {
        return actions.contains(action);
    }
}
