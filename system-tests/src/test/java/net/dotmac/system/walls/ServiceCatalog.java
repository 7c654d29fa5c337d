package net.dotmac.system.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every service there is, found in the compiled classes: a new one is tested from its first build. */
final class ServiceCatalog {

    private static final List<Class<?>> STATELESS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("net.dotmac").stream()
                    .filter(each -> each.isAnnotatedWith(Stateless.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();

    private ServiceCatalog() {}

    /** Classes whose calls the interceptor guards. */
    static List<Class<?>> services() {
        return STATELESS.stream()
                .filter(each -> each.isAnnotationPresent(Interceptors.class))
                .toList();
    }

    /** Session beans that no interceptor guards. */
    static List<Class<?>> unguarded() {
        return STATELESS.stream()
                .filter(each -> !each.isAnnotationPresent(Interceptors.class))
                .toList();
    }

    static List<Method> methods() {
        return services().stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> Modifier.isPublic(each.getModifiers()) && !Modifier.isStatic(each.getModifiers()))
                .filter(each -> !each.isSynthetic())
                .sorted(Comparator.comparing(ServiceCatalog::name))
                .toList();
    }

    /** As lists in tests name it: {@code CustomerService.get}. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
