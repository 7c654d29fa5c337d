package net.dotmac.rest.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Problem;
import net.dotmac.kernel.persistence.DatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void aRefusalSpeaksForItselfHoweverItIsWrapped(CommonProblem problem) {
        var refused = new DomainException(problem, "words", "name");
        for (Throwable thrown : new Throwable[] {refused, new EJBException(refused), new RuntimeException(refused)}) {
            Failure failure = Failures.of(thrown);
            assertEquals(problem.category().httpStatus(), failure.status());
            assertEquals(problem.slug(), failure.slug());
            assertEquals("words", failure.message());
            assertEquals("name", failure.attribute());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "57014", "55P03"})
    void anAbsentDatabaseIs503(String sqlState) {
        var sql = new SQLException("connection to 10.0.0.1 refused", sqlState);
        Failure failure = Failures.of(new EJBException(new PersistenceException(new DatabaseException("read", sql))));
        assertEquals(503, failure.status());
        assertTrue(failure.isTemporary());
        assertFalse(failure.message().contains("10.0.0.1"));
    }

    @Test
    void anExhaustedPoolIs503() {
        assertEquals(
                503,
                Failures.of(new EJBException(new SQLTransientConnectionException("x")))
                        .status());
        assertEquals(
                503,
                Failures.of(new SQLException("no connection", new ResourceException("IJ000453")))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01"})
    void aCollisionIs409(String sqlState) {
        assertEquals(
                409,
                Failures.of(new PersistenceException(new SQLException("x", sqlState)))
                        .status());
        assertEquals(
                409,
                Failures.of(new EJBException(new OptimisticLockException())).status());
    }

    @Test
    void whatTheServerRefusesKeepsItsStatusButNotItsWords() {
        Failure failure = Failures.of(new NotFoundException("RESTEASY003210: /secret/path"));
        assertEquals(404, failure.status());
        assertFalse(failure.message().contains("secret"));
        assertEquals(405, Failures.of(new NotAllowedException("GET")).status());
        assertEquals(415, Failures.of(new NotSupportedException()).status());
        assertEquals(413, Failures.of(new ClientErrorException(413)).status());
        assertEquals(412, Failures.of(new ClientErrorException(412)).status());
        assertNull(Failures.of(new InternalServerErrorException("x")));
    }

    @Test
    void aRefusedPermissionIs403() {
        assertEquals(403, Failures.of(new EJBAccessException("x")).status());
    }

    @Test
    void whatIsOursStaysOurs() {
        assertNull(Failures.of(new NullPointerException("secret")));
        assertNull(Failures.of(new EJBException(new SQLException("syntax", "42601"))));
        Failure failure = Failures.unexpected("ref-1");
        assertEquals(500, failure.status());
        assertTrue(failure.message().contains("ref-1"));
    }

    @Test
    void aCauseThatCausesItselfEnds() {
        var outer = new RuntimeException("a");
        var inner = new RuntimeException("b", outer);
        outer.initCause(inner);
        assertNull(Failures.of(outer));
    }

    @Test
    void bodiesSpeakTheDialectOfTheirPath() {
        Failure failure = new Failure(404, "not-found", "No customer 7 exists here.", "id", null);
        Map<String, Object> tmf = ErrorBody.of(failure, "/tmf-api/customerManagement/v4/customer/7");
        assertEquals(
                Map.of(
                        "code", "not-found",
                        "reason", "Not Found",
                        "message", "No customer 7 exists here.",
                        "status", "404",
                        "@type", "Error"),
                tmf);
        Map<String, Object> problem = ErrorBody.of(failure, "/api/v1/users/7");
        assertEquals(404, problem.get("status"));
        assertEquals("urn:dotmac:problem:not-found", problem.get("type"));
        assertEquals("No customer 7 exists here.", problem.get("detail"));
        assertEquals("application/problem+json", ErrorBody.contentType("/api/v1/users/7"));
        assertTrue(ErrorBody.contentType("/tmf-api/x").startsWith("application/json"));
    }

    @ParameterizedTest
    @CsvSource({"INVALID,400", "UNAUTHENTICATED,401", "FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409", "BUSY,429"})
    void categoriesHaveTheirStatus(Problem.Category category, int status) {
        assertEquals(status, category.httpStatus());
    }
}
