package io.lingoduct.bench.fidelity.check;

/**
 * Words of a text with a mark around them.
 *
 * @param mark byte for byte, for instance an opening tag
 * @param words between the mark's two parts, other marks among them or not
 */
public record MarkedPhrase(String mark, String words) {}
