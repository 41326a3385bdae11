package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.service.ServeConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteFingerprintTest {

    private final RouteFingerprint own = RouteFingerprint.of("own");
    private final RouteFingerprint other = RouteFingerprint.of("other");

    @Test
    void shouldDependOnWhatARouteDoesAndNotOnItsPlaceOrTheFoldersOfItsModels() {
        var alone = RoutingKit.config("[{from: a, to: b, model: /here/en-de}]");
        var second = RoutingKit.config("[{from: x, to: y, model: m}, {from: a, to: b, model: /there/en-de}]");
        var changed = RoutingKit.config("[{name: b, from: a, to: c, model: /here/en-de}]");

        assertThat(hash(alone, 0)).isEqualTo(hash(second, 1)).isNotEqualTo(hash(changed, 0));
    }

    @Test
    void shouldDependOnWhatARouteAsksOfItsTexts() {
        var hashes = List.of(
                        "", ", keep: x", ", keep: y", ", numbers: localize", ", markup: html", ", min-quality: 0.5")
                .stream()
                .map(more -> hash(RoutingKit.config("[{from: a, to: b, model: m" + more + "}]"), 0))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void shouldServeAGroupThatIsEmptyOrHasTheSameConfiguration() {
        assertThat(own.outvotedBy(List.of(), false)).isEmpty();
        assertThat(own.outvotedBy(List.of("app" + own.inClientId(), "somebody else"), false))
                .isEmpty();
    }

    @Test
    void shouldGiveWayToThoseThatWereThereBefore() {
        assertThat(own.outvotedBy(List.of("app" + other.inClientId()), false)).contains(1);
        assertThat(other.outvotedBy(List.of("app" + own.inClientId()), false)).contains(1);
    }

    @Test
    void shouldGiveWayToTheMajority() {
        var members = List.of("a" + own.inClientId(), "b" + other.inClientId(), "c" + other.inClientId());

        assertThat(own.outvotedBy(members, true)).contains(2);
        assertThat(other.outvotedBy(members, true)).isEmpty();
    }

    @Test
    void shouldDecideForOneOfTwoThatCameTogether() {
        var members = List.of("a" + own.inClientId(), "b" + other.inClientId());

        assertThat(own.outvotedBy(members, true).isPresent())
                .isNotEqualTo(other.outvotedBy(members, true).isPresent());
    }

    @Test
    void shouldLetOneGoOnWhereTwoOfThreeHaveAsManyMembers() {
        var configurations = List.of(own, other, RouteFingerprint.of("third"));
        for (var fewer : configurations) {
            var two = configurations.stream().filter(each -> each != fewer).toList();
            var members = new ArrayList<>(List.of("x" + fewer.inClientId()));
            two.forEach(each -> members.addAll(List.of("a" + each.inClientId(), "b" + each.inClientId())));

            assertThat(configurations)
                    .filteredOn(each -> each.outvotedBy(members, true).isEmpty())
                    .hasSize(1)
                    .isSubsetOf(two);
        }
    }

    private static String hash(ServeConfig config, int route) {
        return RouteFingerprint.of(config, config.routes().get(route))
                .inClientId()
                .substring(0, "-cfg01234567".length());
    }
}
