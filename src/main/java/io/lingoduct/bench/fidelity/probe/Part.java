package io.lingoduct.bench.fidelity.probe;

/** Parts of the figures, each of which can be asked for by itself. */
public enum Part {
    SPANS("spans"),
    VALUES("values"),
    MARKUP("markup"),
    CASE("case and typos"),
    DECORATION("decoration"),
    JUNK("junk"),
    QUALITY("quality estimate"),
    COST("cost of the front"),
    HOSTILE("hostile texts");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** Its name in the figures. */
    public String label() {
        return label;
    }
}
