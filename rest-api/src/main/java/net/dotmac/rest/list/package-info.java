/**
 * Lists by the rules of TMF630: the query string becomes a {@link net.dotmac.kernel.query.Query}, the page becomes
 * headers.
 *
 * <p>What TMF630 leaves open is decided so: an attribute the list doesn't know is 400 rather than the whole list; a
 * limit over the highest page size is cut down to it; the JSONPath parameter {@code filter} is 501. Beyond TMF630
 * there are the operators {@code .ne} and {@code .like} (contains, ignoring case).
 */
package net.dotmac.rest.list;
