package net.dotmac.rest.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final String URI = "http://isp.example/tmf-api/x";

    @Test
    void theWholeListIs200WithoutLinks() {
        Page<Integer> whole = page(3, 3);
        assertEquals(200, Paging.status(whole));
        Map<String, String> headers = Paging.headers(Query.all(), whole, URI, null);
        assertEquals("3", headers.get("X-Total-Count"));
        assertEquals("3", headers.get("X-Result-Count"));
        assertNull(headers.get("Link"));
        assertEquals(200, Paging.status(page(0, 0)));
    }

    @Test
    void aPartIs206WithLinksToItsNeighbours() {
        Page<Integer> part = page(10, 35);
        assertEquals(206, Paging.status(part));
        Map<String, String> headers =
                Paging.headers(Query.all().page(10, 10), part, URI, "state=active&offset=10&limit=10");
        assertEquals("35", headers.get("X-Total-Count"));
        assertEquals("10", headers.get("X-Result-Count"));
        assertEquals(
                link("state=active&offset=0&limit=10", "first") + ", " + link("state=active&offset=0&limit=10", "prev")
                        + ", " + link("state=active&offset=20&limit=10", "next") + ", "
                        + link("state=active&offset=30&limit=10", "last"),
                headers.get("Link"));
    }

    @Test
    void theEndsHaveNoNeighbourBeyond() {
        String first =
                Paging.headers(Query.all().page(0, 10), page(10, 20), URI, null).get("Link");
        assertFalse(first.contains("rel=\"prev\""), first);
        String last = Paging.headers(Query.all().page(10, 10), page(10, 20), URI, null)
                .get("Link");
        assertFalse(last.contains("rel=\"next\""), last);
        assertEquals(206, Paging.status(page(10, 20)));
        assertEquals(206, Paging.status(page(0, 20)));
    }

    @Test
    void aHostileQueryCannotBreakTheHeader() {
        String links = Paging.headers(Query.all().page(0, 1), page(1, 2), URI, "a=>\",<x>\r\n Set-Cookie: a")
                .get("Link");
        assertFalse(links.contains("\n") || links.contains("\"," + "<x>"), links);
    }

    private static String link(String query, String relation) {
        return "<" + URI + "?" + query + ">; rel=\"" + relation + "\"";
    }

    private static Page<Integer> page(int rows, long total) {
        return new Page<>(List.copyOf(IntStream.range(0, rows).boxed().toList()), total);
    }
}
