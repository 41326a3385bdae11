package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "BROKERS",
            "b1:9092,b2:9092",
            "USER_NAME",
            "anna",
            "EMPTY",
            "",
            "THREADS",
            "4",
            "RATE",
            "0.5",
            "ON",
            "true");
    private static final Key<String> NAME = Key.string("name", "Name.");
    private static final Key<Integer> THREADS = Key.integer("threads", 1, 8, "Threads.");

    @TempDir
    private Path folder;

    @Test
    void shouldPutInEnvironmentVariables() {
        assertThat(root("name: ${ENV:BROKERS}").get(NAME)).isEqualTo("b1:9092,b2:9092");
    }

    @Test
    void shouldPutInTheContentOfFilesWithoutTheLastLineBreak() throws IOException {
        Files.writeString(folder.resolve("unix"), "one\ntwo\n\n");
        Files.writeString(folder.resolve("windows"), "three\r\n");

        assertThat(root("name: '${file:unix}'").get(NAME)).isEqualTo("one\ntwo\n");
        assertThat(root("name: '${file:windows}'").get(NAME)).isEqualTo("three");
        assertThat(root("name: '${file:" + folder.resolve("windows") + "}'").get(NAME))
                .isEqualTo("three");
    }

    @Test
    void shouldPutThemInAnywhereWithinAText() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");

        assertThat(root("kafka: {sasl.jaas.config: 'login username=\"${ENV:USER_NAME}\" password=\"${file:secret}\";'}")
                        .settings("kafka"))
                .containsEntry("sasl.jaas.config", "login username=\"anna\" password=\"s3cret\";");
    }

    @Test
    void shouldPutThemIntoLists() {
        assertThat(root("name: ['${ENV:USER_NAME}', b]").get(Key.strings("name", "Names.")))
                .containsExactly("anna", "b");
    }

    @Test
    void shouldReadNumbersAndTruthValues() {
        var root = root("{threads: '${ENV:THREADS}', rate: '${ENV:RATE}', on: '${ENV:ON}'}");

        assertThat(root.get(THREADS)).isEqualTo(4);
        assertThat(root.get(Key.decimal("rate", 0, 1, "Rate."))).isEqualTo(0.5);
        assertThat(root.get(Key.bool("on", "On."))).isTrue();
    }

    @Test
    void shouldKeepANumberATextWhereATextIsExpected() {
        assertThat(root("name: ${ENV:THREADS}").get(NAME)).isEqualTo("4");
    }

    @Test
    void shouldNotSearchWhatWasPutIn() throws IOException {
        Files.writeString(folder.resolve("nested"), "${ENV:USER_NAME}");

        assertThat(root("name: ${file:nested}").get(NAME)).isEqualTo("${ENV:USER_NAME}");
    }

    @Test
    void shouldLeaveOtherTextsAlone() {
        assertThat(root("name: '$ENV ${HOME} ${env:USER_NAME} ${ENV:'").get(NAME))
                .isEqualTo("$ENV ${HOME} ${env:USER_NAME} ${ENV:");
    }

    @Test
    void shouldNameTheVariableOrFileThatIsMissing() {
        var faults = faults("{name: '${ENV:NOBODY}', kafka: {a.b: '${file:none}'}}", root -> {
            root.get(NAME);
            root.settings("kafka");
        });

        assertThat(faults)
                .containsExactly(
                        new ConfigFault("name", "${ENV:NOBODY}", "the environment variable NOBODY is not set"),
                        new ConfigFault("kafka.a.b", "${file:none}", folder.resolve("none") + ": no such file"));
    }

    @Test
    void shouldReportAMissingValueOnlyOnce() {
        assertThat(faults("threads: ${ENV:NOBODY}", root -> root.get(THREADS))).hasSize(1);
    }

    @Test
    void shouldNotShowTheRestOfATextWhoseValueIsMissing() {
        assertThat(faults("name: 'user=anna password=x1 ${ENV:NOBODY}'", root -> root.get(NAME)))
                .singleElement()
                .asString()
                .doesNotContain("x1");
    }

    @Test
    void shouldShowHowAFaultyValueIsWrittenAndNotWhatItIs() {
        assertThat(faults("threads: ${ENV:BROKERS}", root -> root.get(THREADS)))
                .containsExactly(new ConfigFault("threads", "${ENV:BROKERS}", "expected a whole number from 1 to 8"));
    }

    @Test
    void shouldRefuseAFileThatIsNoText() throws IOException {
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF});

        assertThat(faults("name: ${file:binary}", root -> root.get(NAME)))
                .extracting(ConfigFault::reason)
                .containsExactly(folder.resolve("binary") + ": is not UTF-8 text (line 1)");
    }

    @Test
    void shouldRefuseAPathThatIsNone() {
        assertThat(faults("name: \"${file:a\\0b}\"", root -> root.get(NAME)))
                .extracting(ConfigFault::reason)
                .containsExactly("this cannot be the name of a file");
    }

    @Test
    void shouldStartAtTheFolderOfTheFile() throws IOException {
        Files.writeString(folder.resolve("name.txt"), "anna");
        var file = Files.writeString(folder.resolve("a.yaml"), "name: ${file:name.txt}");

        assertThat(ConfigReader.read(file).root().get(NAME)).isEqualTo("anna");
    }

    private Section root(String yaml) {
        return reader(yaml).root();
    }

    private List<ConfigFault> faults(String yaml, Consumer<Section> reading) {
        var reader = reader(yaml);
        reading.accept(reader.root());
        return catchThrowableOfType(ConfigException.class, reader::finish).faults();
    }

    private ConfigReader reader(String yaml) {
        return ConfigReader.parse("a.yaml", yaml, folder, ENVIRONMENT::get);
    }
}
