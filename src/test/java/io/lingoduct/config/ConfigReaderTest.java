package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
                        new ConfigFault("name", "", "missing; expected text that is not blank (quote numbers)"),
                        new ConfigFault("extra", "", "unknown key; known here: epochs, rate, cell, tied, name"));
    }

    @Test
    void shouldNameKeysOfNestedSectionsByTheirPath() {
        var faults = faults("routes: [{epochs: 1}, {epochs: x, typo: 1}]", root -> root.sections("routes")
                .forEach(route -> route.get(EPOCHS)));

        assertThat(faults).extracting(ConfigFault::key).containsExactly("routes[1].epochs", "routes[1].typo");
    }

    @Test
    void shouldRefuseANumberWhereTextIsExpected() {
        assertThat(faults("name: 1.10", root -> root.get(NAME))).hasSize(1);
    }

    @Test
    void shouldRefuseNotANumber() {
        assertThatThrownBy(() -> faults("rate: .nan", root -> root.get(RATE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1");
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
        var faults = faults("sasl.password: 12345", root -> root.get(Key.string("sasl.password", "Password.")));

        assertThat(faults).extracting(ConfigFault::value).containsExactly(Secrets.MASK);
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
