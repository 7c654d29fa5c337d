package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import net.dotmac.collections.HolidayDetails;
import net.dotmac.collections.HolidayService;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** Days on which no step of dunning is taken: the country's public holidays and the tenant's own. */
@Path("/api/v1/holidays")
@RequestScoped
public class HolidaysResource {

    @Inject
    private Exchange exchange;

    @Inject
    private HolidayService holidays;

    @Inject
    private ClockService clock;

    /** @param isOff false for a public holiday on which we work; null for true */
    record Form(String name, Boolean isOff) {}

    record Entry(LocalDate day, String name, boolean isOff, boolean isOwn) {}

    record Body(int year, List<Entry> holidays) {}

    @GET
    public Response list(@QueryParam("year") String wanted) {
        int year = wanted == null ? clock.today().getYear() : yearOf(wanted);
        return exchange.changed(new Body(
                year, holidays.list(year).stream().map(HolidaysResource::entry).toList()));
    }

    @PUT
    @Path("{day}")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("day") String day, Form form) {
        if (form == null) {
            throw DomainException.invalid("name", "A holiday needs a name: {\"name\": \"Works outing\"}.");
        }
        return exchange.changed(entry(holidays.put(dayOf(day), form.name(), form.isOff() == null || form.isOff())));
    }

    @DELETE
    @Path("{day}")
    @WriteOnce
    public Response remove(@PathParam("day") String day) {
        holidays.remove(dayOf(day));
        return Response.noContent().build();
    }

    private static int yearOf(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw DomainException.invalid("year", "Found " + text + ", expected a year such as 2027.");
        }
        return Integer.parseInt(text);
    }

    private static LocalDate dayOf(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.notFound("holiday", text.length() <= 40 ? text : text.substring(0, 40));
        }
    }

    private static Entry entry(HolidayDetails each) {
        return new Entry(each.day(), each.name(), each.isOff(), each.isOwn());
    }
}
