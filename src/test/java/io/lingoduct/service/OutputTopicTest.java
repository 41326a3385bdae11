package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTopicTest {

    @Test
    void shouldFillInTopicAndTarget() {
        assertThat(new OutputTopic("x.{topic}.{target}").name("in", "pt-BR")).isEqualTo("x.in.pt-BR");
    }

    @Test
    void shouldBeATopicWhereItNamesNothing() {
        var topic = new OutputTopic("out");

        assertThat(topic.name("in", "de")).isEqualTo("out");
        assertThat(topic.namesTarget()).isFalse();
    }

    @Test
    void shouldKnowAllThatMayResult() {
        var regex = new OutputTopic("x.{topic}.{target}").regex("a|b+", "de|fr");

        assertThat("x.a.de").matches(regex);
        assertThat("x.bb.fr").matches(regex);
        assertThat("xxa.de").doesNotMatch(regex);
        assertThat("x.c.de").doesNotMatch(regex);
    }
}
