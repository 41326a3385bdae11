package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    private enum Cell {
        LSTM,
        PLAIN_RNN
    }

    private static final Key<Integer> EPOCHS = Key.integer("epochs", 1, 1000, "Passes over the data.");
    private static final Key<Double> RATE = Key.decimal("rate", 0, 1, "Step size.");
    private static final Key<Cell> CELL = Key.choice("cell", Cell.class, "Recurrent cell.");
    private static final Key<String> NAME = Key.string("name", "Name.");
    private static final Key<Boolean> TIED = Key.bool("tied", "Whether embeddings are tied.");

    @Test
    void shouldReadEveryType() {
        var root = ConfigReader.parse(
                        "a.yaml",
                        """
                        epochs: 3
                        rate: 0.5
                        cell: plain-rnn
                        name: no
                        tied: true
                        files: [a, b]
                        """)
                .root();

        assertThat(root.get(EPOCHS)).isEqualTo(3);
        assertThat(root.get(RATE)).isEqualTo(0.5);
        assertThat(root.get(CELL)).isEqualTo(Cell.PLAIN_RNN);
        assertThat(root.get(NAME)).isEqualTo("no");
        assertThat(root.get(TIED)).isTrue();
        assertThat(root.get(Key.paths("files", "Files."))).containsExactly(Path.of("a"), Path.of("b"));
    }

    @Test
    void shouldReadOneTextWhereAListMayStand() {
        assertThat(ConfigReader.parse("a.yaml", "files: a").root().get(Key.strings("files", "Files.")))
                .containsExactly("a");
    }

    @Test
    void shouldUseDefaultsOfAnAbsentSection() {
        var reader = ConfigReader.parse("a.yaml", "");

        assertThat(reader.root().section("training").get(EPOCHS.orElse(10))).isEqualTo(10);
        reader.finish();
    }

    @Test
    void shouldReportAllFaultsAtOnce() {
        var faults = faults(
                """
                epochs: 0
                rate: fast
                cell: gru
                tied: 1
                extra: x
                """,
                root -> {
                    root.get(EPOCHS);
                    root.get(RATE);
                    root.get(CELL);
                    root.get(TIED);
                    root.get(NAME);
                });

        assertThat(faults)
                .containsExactly(
                        new ConfigFault("epochs", "0", "expected a whole number from 1 to 1000"),
                        new ConfigFault("rate", "fast", "expected a number from 0.0 to 1.0"),
                        new ConfigFault("cell", "gru", "expected lstm or plain-rnn"),
                        new ConfigFault("tied", "1", "expected true or false"),
                        new ConfigFault("name", "", "missing; expected text that is not blank"),
                        new ConfigFault("extra", "", "unknown key; known here: epochs, rate, cell, tied, name"));
    }

    @Test
    void shouldKnowASectionAtFaultByWhatIsInIt() {
        var reader = ConfigReader.of("a.yaml", Map.of("oven", Map.of("epochs", 0), "ovens", Map.of("epochs", 3)));
        var oven = reader.root().section("oven");
        var others = reader.root().section("ovens");
        others.get(EPOCHS);
        assertThat(oven.isFaulty()).isFalse();
        oven.get(EPOCHS);

        assertThat(oven.isFaulty()).isTrue();
        assertThat(reader.root().isFaulty()).isTrue();
        assertThat(others.isFaulty()).isFalse();
        others.fault("burns");
        assertThat(others.isFaulty()).isTrue();
        assertThatThrownBy(reader::finish).hasMessageContaining("a.yaml: ovens: burns");
    }

    @Test
    void shouldNameKeysOfNestedSectionsByTheirPath() {
        var faults = faults("routes: [{epochs: 1}, {epochs: x, typo: 1}]", root -> root.sections("routes")
                .forEach(route -> route.get(EPOCHS)));

        assertThat(faults).extracting(ConfigFault::key).containsExactly("routes[1].epochs", "routes[1].typo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "0755", "no", "2026-01-01", "1_000", "0x1F", ".inf"})
    void shouldTakeWhatStandsThereWhereTextIsExpected(String text) {
        var root = ConfigReader.parse("a.yaml", "{name: " + text + ", names: [" + text + "], kafka: {a: " + text + "}}")
                .root();

        assertThat(root.get(NAME)).isEqualTo(text);
        assertThat(root.get(Key.strings("names", "Names."))).containsExactly(text);
        assertThat(root.settings("kafka")).containsEntry("a", text);
    }

    @Test
    void shouldTakeAQuotedNumberOrTruthValueForOne() {
        var root = ConfigReader.parse("a.yaml", "{epochs: '30', rate: \"0.5\", tied: 'true'}")
                .root();

        assertThat(root.get(EPOCHS)).isEqualTo(30);
        assertThat(root.get(RATE)).isEqualTo(0.5);
        assertThat(root.get(TIED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1_000,1000", "+7,7", "' 8 ',8"})
    void shouldReadAWholeNumberHoweverItIsWritten(String text, int number) {
        assertThat(ConfigReader.parse("a.yaml", "epochs: '" + text + "'").root().get(EPOCHS))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0010", "0x1F", "1.0", "1e2", "five", "1:30", "''", "99999999999999999999999", "[1]", "{a: 1}"})
    void shouldRefuseWhatMayBeNoWholeNumber(String text) {
        assertThat(faults("epochs: " + text, root -> root.get(EPOCHS))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0.25,0.25", ".5,0.5", "1e-4,0.0001", "2.5E-1,0.25"})
    void shouldReadANumberHoweverItIsWritten(String text, double number) {
        assertThat(ConfigReader.parse("a.yaml", "rate: " + text).root().get(RATE))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "NaN", "0x1p-3", "1d", "00.5", "yes"})
    void shouldRefuseWhatIsNoNumber(String text) {
        assertThat(faults("rate: " + text, root -> root.get(RATE)))
                .containsExactly(new ConfigFault("rate", text, "expected a number from 0.0 to 1.0"));
    }

    @Test
    void shouldRefuseAFreeSettingWithoutAValue() {
        assertThat(faults("kafka: {a: , b: ~, c: null, d: '', e: [x], f: {g: h}}", root -> root.settings("kafka")))
                .extracting(ConfigFault::key)
                .containsExactly("kafka.a", "kafka.b", "kafka.c", "kafka.e", "kafka.f");
    }

    @Test
    void shouldResolveAliasesBeforeAKeyIsRead() {
        var root = ConfigReader.parse("a.yaml", "{name: &n anna, files: [*n, *n], kafka: {<<: {a: *n}}}")
                .root();

        assertThat(root.get(Key.strings("files", "Files."))).containsExactly("anna", "anna");
        assertThat(root.settings("kafka")).containsEntry("a", "anna");
    }

    @Test
    void shouldRefuseAnIntegerBeyond32Bits() {
        assertThat(faults("epochs: 4294967297", root -> root.get(EPOCHS))).hasSize(1);
    }

    @Test
    void shouldRefuseAScalarWhereASectionIsExpected() {
        assertThat(faults("engine: fast", root -> root.section("engine").get(EPOCHS.orElse(1))))
                .extracting(ConfigFault::key)
                .containsExactly("engine");
    }

    @Test
    void shouldHandOnFreeSettingsUnchanged() {
        var reader = ConfigReader.parse("a.yaml", "kafka: {acks: all, linger.ms: 5, enable: true}");

        assertThat(reader.root().settings("kafka"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("acks", "all", "linger.ms", "5", "enable", "true"));
        reader.finish();
    }

    @Test
    void shouldMaskSecretsInFaults() {
        var faults = faults("sasl.password: hunter2", root -> root.get(Key.integer("sasl.password", 0, 9, "PIN.")));

        assertThat(faults).extracting(ConfigFault::value).containsExactly(Secrets.MASK);
    }

    @Test
    void shouldMaskSecretsWithinFaultyValues() {
        assertThat(faults("epochs: 'https://anna:hunter2@host?token=hunter2'", root -> root.get(EPOCHS)))
                .singleElement()
                .asString()
                .startsWith("epochs = https://")
                .doesNotContain("hunter2");
    }

    @Test
    void shouldRefuseAKeyThatStandsTwice() {
        assertThatThrownBy(() -> ConfigReader.parse("a.yaml", "epochs: 1\nepochs: 2"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("epochs")
                .hasMessageContaining("line 2");
    }

    @Test
    void shouldPointAtASyntaxErrorWithoutQuotingTheFile() {
        assertThatThrownBy(() -> ConfigReader.parse("a.yaml", "a: 1\npassword: hunter2: [x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.yaml: not valid YAML")
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldRefuseAnAliasOfNothing() {
        assertThatThrownBy(() -> ConfigReader.parse("a.yaml", "epochs: 1\nname: *anna"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "a.yaml: not valid YAML: *anna stands for nothing: there is no &anna before it (line 2, column 7)");
    }

    @Test
    void shouldRefuseAFileThatDoesNotExist() {
        assertThatThrownBy(() -> ConfigReader.read(Path.of("no-such.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("no-such.yaml: no such file");
    }

    private static List<ConfigFault> faults(String yaml, Consumer<Section> reading) {
        var reader = ConfigReader.parse("a.yaml", yaml);
        reading.accept(reader.root());
        return catchThrowableOfType(ConfigException.class, reader::finish).faults();
    }
}
