package net.dotmac.rest.list;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Filter.Operator;
import net.dotmac.kernel.query.Query;
import net.dotmac.kernel.query.Sort;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

    @Test
    void noQueryAsksForTheFirstPageOfEverything() {
        for (String raw : new String[] {null, "", "&"}) {
            Query query = ListRequest.parse(raw).query();
            assertEquals(List.of(), query.filters());
            assertEquals(0, query.offset());
            assertEquals(Query.DEFAULT_LIMIT, query.limit());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=active|status|EQ|active",
                "relatedParty.id=42|relatedParty.id|EQ|42",
                "orderDate.gt=2027-01-01|orderDate|GT|2027-01-01",
                "orderDate.gte=2027-01-01|orderDate|GTE|2027-01-01",
                "orderDate.lt=2027-01-01|orderDate|LT|2027-01-01",
                "orderDate.lte=2027-01-01|orderDate|LTE|2027-01-01",
                "name.eq=a|name|EQ|a",
                "name.ne=a|name|NE|a",
                "name.like=fib|name|LIKE|fib",
                "name.regex=^F.{1,3}$|name|REGEX|^F.{1,3}$",
                "orderDate>2027-01-01|orderDate|GT|2027-01-01",
                "orderDate%3E2027-01-01|orderDate|GT|2027-01-01",
                "orderDate>=2027-01-01|orderDate|GTE|2027-01-01",
                "orderDate%3E%3D2027-01-01|orderDate|GTE|2027-01-01",
                "orderDate%3E=2027-01-01|orderDate|GTE|2027-01-01",
                "orderDate<2027-01-01|orderDate|LT|2027-01-01",
                "orderDate%3C2027-01-01|orderDate|LT|2027-01-01",
                "orderDate<=2027-01-01|orderDate|LTE|2027-01-01",
                "orderDate%3C%3D2027-01-01|orderDate|LTE|2027-01-01",
                "name==a|name|EQ|a",
                "name%3D%3Da|name|EQ|a",
                "name=~^A|name|REGEX|^A",
                "name*=^A|name|REGEX|^A",
                "name%2A%3D%5EA|name|REGEX|^A",
                "name=a%26b|name|EQ|a&b",
                "name=x>y|name|EQ|x>y",
                "name=J%C3%B6rg+M|name|EQ|Jörg M",
                "name='it, is'|name|EQ|it, is",
                "name=%22a%2Cb%22|name|EQ|a,b",
                "name=a%3Bb|name|EQ|a;b",
                "name=a;b|name|EQ|a;b",
            })
    void operatorsAreReadInEverySpelling(String raw, String attribute, Operator operator, String value) {
        if (raw.contains("'it")) {
            raw = "name=%27it, is%27";
        }
        assertEquals(
                List.of(new Filter(attribute, operator, List.of(value))),
                ListRequest.parse(raw).query().filters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=a,b",
                "state=a%2Cb",
                "state=a&state=b",
                "state=a;state=b",
                "state='a',b",
                "state.eq=a&state=b",
                "state=\"a\",\"b\""
            })
    void alternativesComeByCommaRepetitionOrSemicolon(String raw) {
        assertEquals(
                List.of(Filter.equal("state", "a", "b")),
                ListRequest.parse(raw).query().filters());
    }

    @Test
    void boundsOfOneAttributeStayTwoConditions() {
        assertEquals(
                List.of(
                        new Filter("d", Operator.GTE, List.of("2027-01-01")),
                        new Filter("d", Operator.LT, List.of("2027-02-01"))),
                ListRequest.parse("d.gte=2027-01-01&d.lt=2027-02-01").query().filters());
    }

    @Test
    void timesWithARawPlusSignKeepTheirZone() {
        assertEquals(
                List.of(new Filter("t", Operator.GT, List.of("2027-01-01T00:00:00+01:00"))),
                ListRequest.parse("t.gt=2027-01-01T00:00:00+01:00").query().filters());
        assertEquals(
                List.of(new Filter("t", Operator.GT, List.of("2027-01-01T00:00:00.5+01:00"))),
                ListRequest.parse("t%3E%222027-01-01T00:00:00.5%2B01:00%22")
                        .query()
                        .filters());
    }

    @Test
    void sortsAreSignedAndNested() {
        assertEquals(
                List.of(new Sort("orderDate", true), new Sort("name", false), new Sort("price.value", false)),
                ListRequest.parse("sort=-orderDate,+name,price.value").query().sorts());
        assertEquals(
                List.of(new Sort("name", false)),
                ListRequest.parse("sort=%2Bname").query().sorts());
    }

    @Test
    void aLimitOverTheHighestIsCutDown() {
        Query query = ListRequest.parse("offset=20&limit=1000000").query();
        assertEquals(20, query.offset());
        assertEquals(Query.MAX_LIMIT, query.limit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit>5",
                "offset=-1",
                "offset=99999999999",
                "sort=-",
                "sort=,",
                "=x",
                "name",
                "na me=x",
                "name=%zz",
                "name=%",
                "sort=a,b,c,d,e,f,g,h,i,j,k"
            })
    void nonsenseIsTheCallersError(String raw) {
        assertThrows(DomainException.class, () -> ListRequest.parse(raw));
    }

    @Test
    void tooMuchIsTheCallersError() {
        assertThrows(DomainException.class, () -> ListRequest.parse("a=" + "x".repeat(9000)));
        assertThrows(DomainException.class, () -> ListRequest.parse("a=1&b=2&".repeat(30)));
        assertThrows(DomainException.class, () -> ListRequest.parse("a=" + "1,".repeat(200)));
        assertThrows(DomainException.class, () -> ListRequest.parse("fields=" + "a,".repeat(200)));
    }

    @Test
    void jsonPathIsNotImplemented() {
        var refused = assertThrows(WebApplicationException.class, () -> ListRequest.parse("filter=$[?(@.a==1)]"));
        assertEquals(501, refused.getResponse().getStatus());
    }

    @Test
    void publicNamesBecomeTheServices() {
        ListRequest list = ListRequest.parse("relatedParty.id=7&sort=-relatedParty.id&name=a")
                .renamed(Map.of("relatedParty.id", "customerId"));
        assertEquals(
                List.of(Filter.equal("customerId", "7"), Filter.equal("name", "a")),
                list.query().filters());
        assertEquals(List.of(new Sort("customerId", true)), list.query().sorts());
    }

    @Test
    void anotherPageKeepsTheRestOfTheQuery() {
        assertEquals("a=1&b=2&offset=20&limit=10", ListRequest.page("a=1&offset=10&limit=10&b=2", 20, 10));
        assertEquals("a=1&offset=0&limit=10", ListRequest.page("limit=5&a=1", 0, 10));
        assertEquals("offset=0&limit=10", ListRequest.page(null, 0, 10));
    }

    @Property
    @Tag("property")
    void whateverComesIsReadOrRefused(@ForAll String raw) {
        try {
            ListRequest.parse(raw);
        } catch (DomainException | WebApplicationException refused) {
            assertDoesNotThrow(refused::getMessage);
        }
    }
}
