package io.lingoduct.model.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.BundleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A graph as its file holds it, which can be made ready for one of its searches. */
final class StoredGraph {

    /** Memory, in sizes of the file, to read a graph, take it apart and put it together for one of its searches. */
    private static final long LOADING_FACTOR = 3;

    private final Path file;
    private final byte[] bytes;
    private final Set<SearchChoice> choices;

    private StoredGraph(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        var model = parsed();
        ExternalData.refuse(file, model);
        this.choices = SearchBranches.choices(model);
    }

    /**
     * Reads a graph; its file may go once this has returned.
     *
     * @throws BundleException if it cannot be read, is no graph, holds only a part of its values or does not fit in the memory
     */
    static StoredGraph of(Path file) {
        try {
            return of(file, BundleFile.readGraph(file, LOADING_FACTOR));
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    /** @param file where the bytes come from */
    static StoredGraph of(Path file, byte[] bytes) {
        return new StoredGraph(file, bytes);
    }

    /** Whether its searches can be told apart; if not, one that is made ready knows all of them. */
    boolean hasKinds() {
        return !choices.isEmpty();
    }

    /** The choices of this graph that hold for a kind of search: equal for kinds that are the same search here. */
    Set<SearchChoice> choices(SearchKind kind) {
        return choices.stream().filter(choice -> choice.holdsFor(kind)).collect(Collectors.toUnmodifiableSet());
    }

    /** The graph as its file holds it. */
    byte[] whole() {
        return bytes;
    }

    /** Graph to load for a search: that search alone where it can be told apart, with matrices where the runtime finds them. */
    byte[] preparedFor(SearchKind kind) {
        var model = parsed();
        var prepared = NestedWeights.copiedInto(SearchBranches.only(model, kind));
        return prepared == model ? bytes : prepared.toByteArray();
    }

    // Not kept: its objects take memory, too. What it cannot read, the runtime might, and find other files named in it.
    private ModelProto parsed() {
        var input = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
        input.enableAliasing(true); // weights stay where they are instead of being copied
        try {
            return ModelProto.parseFrom(input);
        } catch (InvalidProtocolBufferException e) {
            throw new BundleException(file, "is no ONNX graph, or a damaged one: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("an array cannot fail to be read", e);
        }
    }
}
