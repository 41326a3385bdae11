package io.lingoduct.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A graph as its file holds it, which can be made ready for one of its searches. */
final class StoredGraph {

    private static final Logger LOG = LoggerFactory.getLogger(StoredGraph.class);

    private final byte[] bytes;
    private final Set<String> names;

    private StoredGraph(byte[] bytes, Set<String> names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** Takes what it cannot read as it is: what is wrong with it, the runtime says best. */
    static StoredGraph of(byte[] bytes) {
        return new StoredGraph(bytes, parsed(bytes).map(SearchBranches::names).orElse(Set.of()));
    }

    /** Whether its searches can be told apart; if not, one that is made ready knows all of them. */
    boolean hasKinds() {
        return !names.isEmpty();
    }

    /** What tells a kind of search from others in this graph: equal for kinds that are the same search here. */
    Map<String, Boolean> choices(SearchKind kind) {
        var choices = new TreeMap<>(kind.choices());
        choices.keySet().retainAll(names);
        return choices;
    }

    /** What is to be loaded for a search: that search alone where it can be told apart, with matrices where they are found. */
    byte[] preparedFor(SearchKind kind) {
        return parsed(bytes)
                .map(model -> {
                    var prepared = NestedWeights.copiedInto(SearchBranches.only(model, kind));
                    return prepared == model ? bytes : prepared.toByteArray();
                })
                .orElse(bytes);
    }

    // Not kept: it takes as much memory again.
    private static Optional<ModelProto> parsed(byte[] bytes) {
        try {
            return Optional.of(ModelProto.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            LOG.debug("a graph is left to ONNX Runtime as it is: {}", e.toString());
            return Optional.empty();
        }
    }
}
