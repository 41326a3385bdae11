package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AdminJsonTest {

    @Property
    void shouldWriteNothingButVisibleAscii(@ForAll String text) {
        assertThat(AdminJson.error(text).chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit <= '~'))
                .isTrue();
    }
}
