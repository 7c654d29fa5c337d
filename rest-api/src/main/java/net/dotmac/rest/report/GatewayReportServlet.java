package net.dotmac.rest.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Problem;
import net.dotmac.payments.CheckoutService;
import net.dotmac.payments.GatewaySettings;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/**
 * Takes in the reports of payment gateways. The last part of the address leads to the tenant; who reports, the signature over
 * the body shows, so the body is read as it came. What was understood is answered 200, whether it meant anything here or not, and
 * what can't be kept now 503, so that it comes again.
 */
@WebServlet("/gateway-reports/*")
public class GatewayReportServlet extends HttpServlet {

    /** The whole path of a report, as the door compares it. */
    public static final Pattern PATH = Pattern.compile("/gateway-reports/[A-Za-z0-9_-]{64}");

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(GatewayReportServlet.class);
    private static final int MOST_BYTES = 262_144;

    @Inject
    private transient TenantDirectory tenants;

    @Inject
    private transient CheckoutService checkouts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String path = request.getRequestURI();
        String endpoint = path.substring(path.lastIndexOf('/') + 1);
        Optional<UUID> tenant =
                GatewaySettings.tenantOf(endpoint).filter(id -> tenants.byId(id).isPresent());
        response.setStatus(
                tenant.isEmpty()
                        ? HttpServletResponse.SC_NOT_FOUND
                        : taken(tenant.get(), endpoint, request.getHeader("Stripe-Signature"), body));
    }

    private int taken(UUID tenant, String endpoint, String signature, byte[] body) {
        try (CallContext.Scope scope =
                CallContext.system("payment-gateway", tenant).bind()) {
            checkouts.take(endpoint, signature, body);
            return HttpServletResponse.SC_OK;
        } catch (DomainException e) {
            LOG.infof("A report of a payment gateway was refused: %s", e.getMessage());
            return e.problem().category() == Problem.Category.NOT_FOUND
                    ? HttpServletResponse.SC_NOT_FOUND
                    : HttpServletResponse.SC_BAD_REQUEST;
        } catch (RuntimeException e) {
            LOG.error("A report of a payment gateway could not be taken in; the gateway repeats it", e);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
