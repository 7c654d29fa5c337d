package net.dotmac.rest.write;

/**
 * Absolute addresses of resources.
 *
 * @param root scheme, host and port, without a slash at the end
 */
public record Links(String root) {

    /** The address of a resource, e.g. {@code to("/tmf-api/customerManagement/v4/customer/", id)}. */
    public String to(String path, Object id) {
        return root + path + id;
    }
}
