package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamingTest {

    @ParameterizedTest
    @CsvSource({"TOPIC, news-value", "RECORD, shop.news.Article", "TOPIC_RECORD, news-shop.news.Article"})
    void shouldNameSubjectsAsConfluentDoes(SubjectNaming naming, String subject) {
        assertThat(naming.valueSubject("news", "shop.news.Article")).isEqualTo(subject);
    }
}
