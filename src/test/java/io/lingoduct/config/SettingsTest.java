package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.Settings.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private enum Crust {
        THIN,
        VERY_THICK
    }

    private record Topping(String name, List<Path> recipes) {}

    private record Login(String user, String password) {}

    private record Pizza(
            String name, Crust crust, Login login, Login guest, List<Topping> toppings, Map<String, String> free) {}

    private static final Settings<Login> LOGIN = Settings.<Login>none()
            .and(Key.string("user", "Who."), Login::user)
            .and(Key.string("password", "Proof.").orElseFrom("none"), Login::password);
    private static final Settings<Topping> TOPPING = Settings.<Topping>none()
            .and(Key.string("name", "What."), Topping::name)
            .and(Key.paths("recipes", "How.").orElseFrom("none"), Topping::recipes);
    private static final Settings<Pizza> PIZZA = Settings.<Pizza>none()
            .and(Key.string("title", "Its name."), Pizza::name)
            .and(Key.choice("crust", Crust.class, "Its base.").orElse(Crust.THIN), Pizza::crust)
            .and(LOGIN, Pizza::login)
            .section("guest", "a mapping", "default none", "Who eats.", LOGIN, Pizza::guest)
            .sections("toppings", "a list", "default none", "What lies on it.", TOPPING, Pizza::toppings)
            .mapping("free", "a mapping", "default none", "Whatever.", Pizza::free);

    @Test
    void shouldTellTheKeysOfALevelFromThoseOfSections() {
        assertThat(PIZZA.keys()).extracting(Key::name).containsExactly("title", "crust", "user", "password");
    }

    @Test
    void shouldListEveryKeyWithItsPath() {
        assertThat(PIZZA.rows())
                .containsExactly(
                        new Row("title", "text that is not blank", "required", "Its name."),
                        new Row("crust", "thin or very-thick", "default thin", "Its base."),
                        new Row("user", "text that is not blank", "required", "Who."),
                        new Row("password", "text that is not blank", "default none", "Proof."),
                        new Row("guest", "a mapping", "default none", "Who eats."),
                        new Row("guest.user", "text that is not blank", "required", "Who."),
                        new Row("guest.password", "text that is not blank", "default none", "Proof."),
                        new Row("toppings", "a list", "default none", "What lies on it."),
                        new Row("toppings[].name", "text that is not blank", "required", "What."),
                        new Row("toppings[].recipes", "a path or a list of paths", "default none", "How."),
                        new Row("free", "a mapping", "default none", "Whatever."));
    }

    @Test
    void shouldExplainEachKeyInTwoLines() {
        assertThat(TOPPING.reference())
                .isEqualToNormalizingNewlines(
                        """
                        name: text that is not blank; required
                            What.
                        recipes: a path or a list of paths; default none
                            How.
                        """);
    }

    @Test
    void shouldWriteARecordAsAFileWithoutItsSecrets() {
        var pizza = new Pizza(
                "Margherita",
                Crust.VERY_THICK,
                new Login("http://eve:hunter2@h", "hunter2"),
                new Login("bob", null),
                List.of(new Topping("basil", List.of(Path.of("a"))), new Topping("none", List.of())),
                Map.of("api-token", "hunter2"));

        assertThat(PIZZA.yaml(pizza))
                .isEqualToNormalizingNewlines(
                        """
                        title: Margherita
                        crust: very-thick
                        user: http://********@h
                        password: '********'
                        guest:
                          user: bob
                        toppings:
                        - name: basil
                          recipes:
                          - a
                        - name: none
                        free:
                          api-token: '********'
                        """);
    }

    @Test
    void shouldLeaveOutPartsThatAreNotThere() {
        assertThat(PIZZA.yaml(new Pizza("Marinara", null, null, null, List.of(), Map.of())))
                .isEqualToNormalizingNewlines("title: Marinara\nfree: {}\n");
    }
}
