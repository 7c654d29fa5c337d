package net.dotmac.rest.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** What TMF630 says of a page beside its rows: the status and the headers. */
public final class Paging {

    private Paging() {}

    /** 200 when the page is the whole list, 206 when it is a part. */
    public static int status(Page<?> page) {
        return page.rows().size() == page.total() ? 200 : 206;
    }

    /**
     * {@code X-Total-Count}, {@code X-Result-Count}, and {@code Link} with first, prev, next and last where there
     * are such pages.
     *
     * @param uri of the list, without a query
     * @param rawQuery the request's query string, or null
     */
    public static Map<String, String> headers(Query query, Page<?> page, String uri, String rawQuery) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Total-Count", Long.toString(page.total()));
        headers.put("X-Result-Count", Integer.toString(page.rows().size()));
        List<String> links = new ArrayList<>();
        int limit = query.limit();
        int offset = query.offset();
        if (page.total() > page.rows().size()) {
            links.add(link(uri, rawQuery, 0, limit, "first"));
            if (offset > 0) {
                links.add(link(uri, rawQuery, Math.max(0, offset - limit), limit, "prev"));
            }
            long next = (long) offset + limit;
            if (next < page.total()) {
                links.add(link(uri, rawQuery, next, limit, "next"));
            }
            links.add(link(uri, rawQuery, (page.total() - 1) / limit * limit, limit, "last"));
            headers.put("Link", String.join(", ", links));
        }
        return headers;
    }

    private static String link(String uri, String rawQuery, long offset, int limit, String relation) {
        int page = (int) Math.min(offset, Integer.MAX_VALUE);
        return "<" + uri + "?" + escaped(ListRequest.page(rawQuery, page, limit)) + ">; rel=\"" + relation + "\"";
    }

    /** A raw query may hold signs that would end the link or the header. */
    private static String escaped(String query) {
        StringBuilder escaped = new StringBuilder(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c >= 127 || c == '<' || c == '>' || c == '"') {
                escaped.append(c < 128 ? String.format("%%%02X", (int) c) : "");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
