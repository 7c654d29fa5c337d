package net.dotmac.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.util.Arrays;
import java.util.List;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house's rules, read from the compiled classes. */
class ArchitectureTest {

    private static final List<String> DOMAINS = List.of(
            "platform",
            "events",
            "identity",
            "customers",
            "catalog",
            "services",
            "usage",
            "ledger",
            "billing",
            "payments",
            "collections",
            "prepaid",
            "imports",
            "networking");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("net.dotmac");
    }

    @Test
    void noDomainReachesIntoAnother() {
        for (String domain : DOMAINS) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("net.dotmac." + domain + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("net.dotmac." + domain + ".domain..", "net.dotmac." + domain + ".persistence..")
                    .because("only a domain's root package is its face")
                    .check(house);
        }
    }

    @Test
    void domainsFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching("net.dotmac.(*)..")
                .should()
                .beFreeOfCycles()
                .check(house);
    }

    @Test
    void everyServiceIsGuarded() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .and()
                .resideInAnyPackage(
                        DOMAINS.stream().map(each -> "net.dotmac." + each).toArray(String[]::new))
                .should()
                .beAnnotatedWith(Stateless.class)
                .andShould(beGuardedByTheCallInterceptor())
                .check(house);
    }

    @Test
    void everyPublicMethodOfAServiceNamesItsPermission() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Interceptors.class)
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .should()
                .beAnnotatedWith(Requires.class)
                .check(house);
    }

    @Test
    void calculatorsAreInjectedWithNothing() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Calculator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.inject..", "java.sql..", "javax.sql..", "jakarta.persistence..")
                .check(house);
    }

    @Test
    void moneyNeverFloats() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "net.dotmac.billing..",
                        "net.dotmac.ledger..",
                        "net.dotmac.payments..",
                        "net.dotmac.collections..",
                        "net.dotmac.prepaid..",
                        "net.dotmac.imports..",
                        "net.dotmac.catalog..",
                        "net.dotmac.services..",
                        "net.dotmac.usage..",
                        "net.dotmac.kernel..")
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .andShould()
                .notHaveRawType(Double.class)
                .andShould()
                .notHaveRawType(Float.class)
                .check(withoutDrawing(house));
    }

    /** Points on paper are no money. */
    private static JavaClasses withoutDrawing(JavaClasses all) {
        return all.that(new DescribedPredicate<>("are not for drawing PDF") {
            @Override
            public boolean test(JavaClass each) {
                return !each.getName().contains("Pdf");
            }
        });
    }

    @Test
    void onlyTheResourceAdapterKnowsSnmp4j() {
        noClasses()
                .that()
                .resideOutsideOfPackages("net.dotmac.snmp.ra..", "net.dotmac.devtools.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snmp4j..")
                .check(house);
    }

    @Test
    void interfacesHaveNoImplInTheirNames() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Facade)$")
                .check(house);
    }

    private static ArchCondition<JavaClass> beGuardedByTheCallInterceptor() {
        return new ArchCondition<>("be guarded by the CallInterceptor") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                boolean guarded = service.isAnnotatedWith(Interceptors.class)
                        && Arrays.asList(service.getAnnotationOfType(Interceptors.class)
                                        .value())
                                .contains(CallInterceptor.class);
                boolean concrete = !service.getModifiers().contains(JavaModifier.ABSTRACT);
                if (concrete && !guarded) {
                    events.add(SimpleConditionEvent.violated(service, service.getName() + " is not guarded"));
                }
            }
        };
    }
}
