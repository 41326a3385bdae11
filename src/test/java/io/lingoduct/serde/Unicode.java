package io.lingoduct.serde;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts of any Unicode scalar values, surrogate pairs included. */
public final class Unicode {

    private Unicode() {}

    public static Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(200)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
