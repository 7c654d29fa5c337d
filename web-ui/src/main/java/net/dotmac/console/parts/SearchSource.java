package net.dotmac.console.parts;

import java.util.List;

/** One kind of thing that the search box finds. Each area has its own. */
public interface SearchSource {

    /** At most so many of a kind are offered; who wants more opens the list. */
    int AT_MOST = 8;

    /** What one needs to find these. */
    String permission();

    /** Where its hits stand among the others': the smaller, the higher. */
    int order();

    /** @param text 2 to 100 characters, without spaces around */
    List<SearchHit> find(String text);
}
