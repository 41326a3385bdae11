package io.lingoduct.bench.chaos.traffic;

/** Why a message must end in the dead letters. */
public enum Refusal {
    NO_KEY,
    TOO_OLD,
    TOO_FAR_AHEAD,
    OVERSIZE,
    POISONED
}
