package net.dotmac.system.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No service method runs for nobody, nor for somebody without its permission. */
@Tag("behavior")
class NoContextTest {

    private final CallInterceptor guard = new CallInterceptor();

    static Stream<Method> methods() {
        assertTrue(ServiceCatalog.methods().size() > 90, "services are found");
        return ServiceCatalog.methods().stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void withoutContextThereIsAnException(Method method) {
        DomainException refused = assertThrows(DomainException.class, () -> guard.guard(call(method)));
        assertEquals(CommonProblem.NO_CONTEXT, refused.problem());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void withoutPermissionThereIsAnException(Method method) {
        if (method.getAnnotation(Requires.class).value().equals(Requires.NOTHING)) {
            return;
        }
        CallContext nobody = new CallContext(UUID.randomUUID(), "user:eve", Set.of("other.thing"), "test");
        try (CallContext.Scope scope = nobody.bind()) {
            DomainException refused = assertThrows(DomainException.class, () -> guard.guard(call(method)));
            assertEquals(CommonProblem.MISSING_PERMISSION, refused.problem());
        }
    }

    /** The method as the container hands it over; going on with it fails the test. */
    private static InvocationContext call(Method method) {
        return (InvocationContext) Proxy.newProxyInstance(
                NoContextTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, asked, arguments) -> {
                    if (asked.getName().equals("getMethod")) {
                        return method;
                    }
                    throw new AssertionError(method + " was let through: " + asked);
                });
    }
}
