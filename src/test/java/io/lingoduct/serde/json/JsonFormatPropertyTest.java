package io.lingoduct.serde.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JsonFormatPropertyTest {

    private static final Pattern MARKED =
            Pattern.compile(JsonDocuments.OPEN + "(.*?)" + JsonDocuments.CLOSE, Pattern.DOTALL);

    private final ObjectMapper jackson = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build());
    private final MessageFormat format = new JsonFormat(fields(), ReadFields.NONE);

    private static List<FieldMapping> fields() {
        return List.of(
                FieldMapping.inPlace("title"),
                FieldMapping.inPlace("comments[].body"),
                FieldMapping.inPlace("labels.*"));
    }

    @Property(tries = 500, seed = "20260101")
    void shouldKeepEveryByteWhenTheTranslationIsTheText(@ForAll("documents") String document) {
        var value = unmarked(document).getBytes(UTF_8);

        assertThat(Translations.identity(format, value)).isEqualTo(value);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldFindTheTextsInTheirOrder(@ForAll("documents") String document) {
        var spelt = MARKED.matcher(document).results().map(found -> found.group(1));

        assertThat(format.decode(unmarked(document).getBytes(UTF_8)).texts())
                .containsExactlyElementsOf(spelt.map(this::text).toList());
    }

    @Property(tries = 500, seed = "20260101")
    void shouldChangeOnlyTheTexts(@ForAll("documents") String document) {
        var message = format.decode(unmarked(document).getBytes(UTF_8));
        var translations = new ArrayList<String>();
        for (int i = 0; i < message.texts().size(); i++) {
            translations.add("Ü\"\\\n\u0001\ud83d\ude00" + i);
        }
        var expected = new Object() {
            int next;

            String quoted(MatchResult found) {
                return "\"Ü\\\"\\\\\\n\\u0001\ud83d\ude00" + next++ + "\"";
            }
        };

        assertThat(new String(
                        message.encode(Translations.fields(translations), Translations.MODEL, Translations.NO_LIMIT),
                        UTF_8))
                .isEqualTo(replaceMarked(document, expected::quoted));
    }

    @Property(tries = 500, seed = "20260101")
    void shouldAddTranslationsAsOtherReadersSeeIt(@ForAll("documents") String document) throws IOException {
        var adding = new JsonFormat(
                List.of(FieldMapping.added("title", "title_de"), FieldMapping.added("comments[].body", "body_de")),
                ReadFields.NONE);
        var value = unmarked(document).getBytes(UTF_8);
        var expected = jackson.readTree(value);
        addTo(expected, "title", "title_de");
        expected.path("comments").forEach(comment -> addTo(comment, "body", "body_de"));

        var translated = Translations.translate(adding, value, text -> text + " \u00fc");

        assertThat(jackson.readTree(translated)).isEqualTo(expected);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldReadWhatItWouldTranslateThere(@ForAll("documents") String document) {
        var value = unmarked(document).getBytes(UTF_8);
        var paths = List.of("title", "comments[].body", "labels.*", "titles", "body_de.title");
        var read = ReadFields.of(paths);
        var adding = new JsonFormat(
                List.of(FieldMapping.added("title", "body_de"), FieldMapping.added("comments[].body", "x")), read);
        for (var reading : List.of(new JsonFormat(fields(), read), adding)) {
            var message = reading.decode(value);
            for (var path : paths) {
                var alone = new JsonFormat(List.of(FieldMapping.inPlace(path)), ReadFields.NONE);
                assertThat(textOrFault(() -> message.textAt(path)))
                        .isEqualTo(textOrFault(
                                () -> alone.decode(value).texts().stream().findFirst()));
            }
        }
    }

    private static Object textOrFault(Supplier<Optional<String>> text) {
        try {
            return text.get();
        } catch (MalformedMessageException e) {
            return e.getMessage();
        }
    }

    private static void addTo(JsonNode object, String source, String name) {
        if (object.path(source).isTextual()) {
            ((ObjectNode) object).put(name, object.get(source).textValue() + " \u00fc");
        }
    }

    @Property(tries = 500, seed = "20260101")
    void shouldKeepOrRefuseAnyBytes(@ForAll byte[] value) {
        MalformedInput.assertKeepsOrRefuses(format, value);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldKeepOrRefuseADamagedDocument(
            @ForAll("documents") String document, @ForAll @IntRange(max = 500) int position, @ForAll byte damage) {
        var value = unmarked(document).getBytes(UTF_8);
        value[position % value.length] = damage;

        MalformedInput.assertKeepsOrRefuses(format, value);
    }

    @Provide
    Arbitrary<String> documents() {
        return JsonDocuments.documents();
    }

    private static String unmarked(String document) {
        return replaceMarked(document, found -> found.group(1));
    }

    private static String replaceMarked(String document, Function<MatchResult, String> replacement) {
        return MARKED.matcher(document).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    private String text(String spelt) {
        try {
            return jackson.readValue(spelt, String.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
