package io.lingoduct.bench.fidelity.probe;

import java.util.List;

/**
 * A message as people type them.
 *
 * @param typed with the typing's faults and short forms
 * @param written the same written out
 * @param references German translations
 */
public record ChatMessage(String typed, String written, List<String> references) {

    public static List<ChatMessage> all() {
        return Block.read("chat.txt").stream()
                .map(block -> new ChatMessage(
                        block.line(),
                        block.below().get(0),
                        List.copyOf(block.below().subList(1, block.below().size()))))
                .toList();
    }
}
