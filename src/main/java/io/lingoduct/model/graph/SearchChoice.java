package io.lingoduct.model.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * Choice between two searches of a graph, an {@code If} node. It is known by the name of its {@code then_branch}, the search
 * that is taken where the choice holds; see docs/graph-contract.md.
 */
public enum SearchChoice {
    /** Targets are given. */
    FORCED("forced"),
    /** Candidates are given. */
    SHORTLIST("shortlist"),
    /** The beam is 1, in a search among candidates. */
    SHORTLIST_GREEDY("shortlist_greedy"),
    /** The beam is 1. */
    GREEDY("greedy"),
    /** Repetition is limited. */
    WITHOUT_REPETITION("without_repetition"),
    /** Scores are computed. */
    SCORED("scored");

    private final String branch;

    SearchChoice(String branch) {
        this.branch = branch;
    }

    /** Name of the branch that is taken where the choice holds. */
    public String branch() {
        return branch;
    }

    /** The choice whose branch has this name; empty for the branch of another choice. */
    static Optional<SearchChoice> ofBranch(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.branch.equals(name))
                .findFirst();
    }

    boolean holdsFor(SearchKind kind) {
        return switch (this) {
            case FORCED -> kind.forced();
            case SHORTLIST -> kind.shortlist();
            case SHORTLIST_GREEDY, GREEDY -> kind.greedy();
            case WITHOUT_REPETITION -> kind.limited();
            case SCORED -> kind.scored();
        };
    }
}
