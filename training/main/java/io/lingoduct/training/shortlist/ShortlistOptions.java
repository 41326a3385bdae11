package io.lingoduct.training.shortlist;

/**
 * Settings of a bundle's shortlist.
 *
 * @param enabled whether the bundle gets one
 * @param perToken most candidates of a source token, the frequent ones not counted
 * @param frequent target tokens that every translation may hold
 * @param minProbability less probable translations of a token are no candidates
 * @param iterations of the expectation-maximisation
 */
public record ShortlistOptions(boolean enabled, int perToken, int frequent, double minProbability, int iterations) {}
