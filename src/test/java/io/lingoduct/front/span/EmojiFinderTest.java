package io.lingoduct.front.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmojiFinderTest {

    static List<MarkedLines.Line> lines() {
        return MarkedLines.read("emoji.txt");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldFindWholeEmojiAndLoneEmoticons(MarkedLines.Line line) {
        assertThat(MarkedLines.marked(line.text(), new EmojiFinder().find(line.text())))
                .isEqualTo(MarkedLines.marked(line.text(), line.spans()));
    }
}
