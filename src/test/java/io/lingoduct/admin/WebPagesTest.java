package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPagesTest {

    private final WebPages pages = new WebPages(new AdminSettings(
            InetSocketAddress.createUnresolved("admin.shop.internal", 8081), null, List.of("Lingoduct.ops.svc")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8081",
                "10.2.3.4",
                "[::1]:8081",
                "[fe80::1]",
                "localhost:8081",
                "LOCALHOST",
                "localhost.:8081",
                "admin.shop.internal:8081",
                "lingoduct.ops.svc"
            })
    void shouldAnswerToItsAddressesAndNames(String host) {
        assertThat(pages.refuse(true, HttpFields.build().put("Host", host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8081",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io:8081",
                "ops.svc",
                "user@localhost",
                "localhost:8081:1",
                ":8081",
                ""
            })
    void shouldNotAnswerToNamesOfOthers(String host) {
        assertRefused(pages.refuse(false, HttpFields.build().put("Host", host)));
    }

    @Test
    void shouldAnswerAProbeThatSpeaksAnOlderProtocolWithoutHost() {
        assertThat(pages.refuse(false, HttpFields.build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8081, http://localhost:8081",
        "LOCALHOST:8081, http://localhost:8081",
        "lingoduct.ops.svc, https://lingoduct.ops.svc"
    })
    void shouldAnswerItsOwnPages(String host, String origin) {
        assertThat(pages.refuse(true, HttpFields.build().put("Host", host).put("Origin", origin)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://localhost",
                "http://localhost:8082",
                "http://localhost:8081.evil.example",
                "ftp://localhost:8081",
                "null",
                "http://null"
            })
    void shouldRefuseAllOtherOrigins(String origin) {
        var headers = HttpFields.build().put("Host", "localhost:8081").put("Origin", origin);
        assertRefused(pages.refuse(false, headers));
        assertRefused(pages.refuse(true, headers));
        assertRefused(pages.refuse(true, HttpFields.build().put("Origin", origin)));
    }

    @Test
    void shouldRefuseASecondOrigin() {
        assertRefused(pages.refuse(
                true,
                HttpFields.build()
                        .put("Host", "localhost")
                        .add("Origin", "http://localhost")
                        .add("Origin", "http://evil.example")));
    }

    @ParameterizedTest
    @CsvSource({"cross-site, true", "same-site, true", "same-origin, false", "none, false"})
    void shouldRefuseThatPagesOfOtherSitesChangeAnything(String site, boolean refused) {
        var headers = HttpFields.build().put("Host", "localhost").put("Sec-Fetch-Site", site);

        assertThat(pages.refuse(true, headers).isPresent()).isEqualTo(refused);
        assertThat(pages.refuse(false, headers)).isEmpty();
    }

    @Test
    void shouldNameTheSettingAndQuoteLittle() {
        var answer = pages.refuse(true, HttpFields.build().put("Host", "x".repeat(5_000)))
                .orElseThrow();

        assertThat(answer.body()).contains("admin-hosts").hasSizeLessThan(400);
    }

    @Property
    void shouldTakeNoOtherTextForANameOfItsOwn(@ForAll String host) {
        if (pages.refuse(false, HttpFields.build().add("Host", host)).isEmpty()) {
            assertThat(host.toLowerCase(Locale.ROOT))
                    .matches("(localhost|admin\\.shop\\.internal|lingoduct\\.ops\\.svc|\\[.*]|[0-9.]+)\\.?(:\\d*)?");
        }
    }

    private static void assertRefused(Optional<Answer> answer) {
        assertThat(answer)
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isEqualTo(403));
    }
}
