package io.lingoduct.bench.chaos;

/** Why a message must end in the dead letters. */
enum Refusal {
    NO_KEY,
    TOO_OLD,
    TOO_FAR_AHEAD,
    OVERSIZE,
    POISONED
}
