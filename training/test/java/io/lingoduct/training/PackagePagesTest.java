package io.lingoduct.training;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds every package of both modules to its page: what a package imports is what its page says that it may use, no more and no less. */
class PackagePagesTest {

    // Classes that Avro's compiler writes; they have no page, and use nothing of ours.
    private static final String GENERATED = "avro";

    private static JavaClasses classes;
    private static Map<String, PackagePage> pages;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.lingoduct");
        pages = PackagePage.all();
    }

    @Test
    void shouldHaveAPageForEveryPackage() {
        var packages = classes.stream()
                .map(PackagePagesTest::nameOf)
                .filter(name -> !name.equals(GENERATED))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages.keySet()).isEqualTo(packages);
    }

    @Test
    void shouldStartReadingAtClassesOfThePackage() {
        pages.values().forEach(page -> assertThat(page.start())
                .as(page.name())
                .isNotEmpty()
                .allSatisfy(start -> assertThat(classes.contain(PackagePage.OURS + page.name() + "." + start))
                        .as(page.name() + "." + start)
                        .isTrue()));
    }

    @Test
    void shouldImportWhatThePageSaysAndNothingElse() {
        var written = new TreeMap<String, Set<String>>();
        pages.forEach((name, page) -> written.put(name, new TreeSet<>(page.mayUse())));
        assertThat(imports()).isEqualTo(written);
    }

    @Test
    void shouldHaveNoCyclesAmongPackages() {
        slices().matching("io.lingoduct.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void shouldRefuseAPageWithoutAPlaceToStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackagePage.parse("text", "/** Text.\n *\n * <p>May use nothing of ours. */"))
                .withMessageContaining("text")
                .withMessageContaining("Start reading at");
    }

    private static TreeMap<String, Set<String>> imports() {
        var imports = new TreeMap<String, Set<String>>();
        for (var javaClass : classes) {
            if (!nameOf(javaClass).equals(GENERATED)) {
                var used = imports.computeIfAbsent(nameOf(javaClass), name -> new TreeSet<>());
                javaClass.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .filter(target -> target.getPackageName().startsWith(PackagePage.OURS))
                        .map(PackagePagesTest::nameOf)
                        .filter(name -> !name.equals(nameOf(javaClass)))
                        .forEach(used::add);
            }
        }
        return imports;
    }

    private static String nameOf(JavaClass javaClass) {
        return javaClass.getPackageName().substring(PackagePage.OURS.length());
    }
}
