package io.lingoduct.serde;

import io.lingoduct.serde.FieldPath.AllElements;
import io.lingoduct.serde.FieldPath.AllMembers;
import io.lingoduct.serde.FieldPath.Member;
import io.lingoduct.serde.FieldPath.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fields of a message as a tree, walked beside the message: a node stands for one value, and its children for the values in it. A
 * node wants a text, or members, or elements, or nothing at all ({@link #NOTHING}); paths that contradict one another are
 * refused when the tree is built.
 */
public final class PathNode {

    /** No path leads to this value or into it. */
    public static final PathNode NOTHING = new PathNode("", null, Map.of(), null, null);

    private record Rest(FieldMapping mapping, int done) {

        boolean isDone() {
            return done == mapping.path().steps().size();
        }

        Step next() {
            return mapping.path().steps().get(done);
        }

        Rest advanced() {
            return new Rest(mapping, done + 1);
        }
    }

    private final String path;
    private final FieldMapping mapping;
    private final Map<String, PathNode> named;
    private final PathNode others;
    private final PathNode elements;
    private final Set<String> additions;

    private PathNode(
            String path, FieldMapping mapping, Map<String, PathNode> named, PathNode others, PathNode elements) {
        this.path = path;
        this.mapping = mapping;
        this.named = named;
        this.others = others;
        this.elements = elements;
        this.additions = additions();
    }

    /**
     * @throws IllegalArgumentException naming two paths that contradict one another, or if there is none at all
     */
    public static PathNode of(List<FieldMapping> mappings) {
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("no field to translate is named");
        }
        return node(mappings.stream().map(mapping -> new Rest(mapping, 0)).toList());
    }

    private static PathNode node(List<Rest> rests) {
        if (rests.isEmpty()) {
            return NOTHING;
        }
        var path = rests.get(0).mapping().path().toString(rests.get(0).done());
        if (rests.stream().anyMatch(Rest::isDone)) {
            if (rests.size() > 1) {
                throw contradiction(rests.get(0), rests.get(1), "lead to the same text, or one leads into the other's");
            }
            return new PathNode(path, rests.get(0).mapping(), Map.of(), NOTHING, NOTHING);
        }
        var intoArray = rests.stream()
                .filter(rest -> rest.next() instanceof AllElements)
                .toList();
        var intoMembers = rests.stream()
                .filter(rest -> !(rest.next() instanceof AllElements))
                .toList();
        if (!intoArray.isEmpty() && !intoMembers.isEmpty()) {
            throw contradiction(intoArray.get(0), intoMembers.get(0), "want an array and names in the same place");
        }
        return new PathNode(path, null, named(intoMembers), others(intoMembers), advanced(intoArray));
    }

    private static Map<String, PathNode> named(List<Rest> rests) {
        var named = new LinkedHashMap<String, PathNode>();
        for (var rest : rests) {
            if (rest.next() instanceof Member member) {
                named.computeIfAbsent(
                        member.name(),
                        name -> advanced(rests.stream()
                                .filter(other -> other.next() instanceof AllMembers
                                        || other.next().equals(member))
                                .toList()));
            }
        }
        return named;
    }

    private static PathNode others(List<Rest> rests) {
        return advanced(
                rests.stream().filter(rest -> rest.next() instanceof AllMembers).toList());
    }

    private static PathNode advanced(List<Rest> rests) {
        return node(rests.stream().map(Rest::advanced).toList());
    }

    private static IllegalArgumentException contradiction(Rest one, Rest other, String how) {
        return new IllegalArgumentException("the fields '" + one.mapping().path() + "' and '"
                + other.mapping().path() + "' " + how);
    }

    private Set<String> additions() {
        var adding = new HashMap<String, FieldMapping>();
        for (var child : named.values()) {
            child.addAs().ifPresent(name -> {
                var before = adding.put(name, child.mapping);
                if (before != null || member(name) != NOTHING) {
                    throw new IllegalArgumentException("the translation of '" + child.path + "' is added as " + name
                            + ", which another field uses: '" + (before == null ? member(name).path : before.path())
                            + "'");
                }
            });
        }
        return Set.copyOf(adding.keySet());
    }

    /** The path to here, such as {@code comments[].body}; empty for the whole message. */
    public String path() {
        return path;
    }

    /**
     * Makes sure that no translation goes into a member of the message itself, or under its name.
     *
     * @throws IllegalArgumentException naming the field that does
     */
    public void requireUnused(String name) {
        if (!wantsMembers()) {
            throw new IllegalArgumentException("the message itself is no object, so that it has no field " + name);
        }
        if (additions.contains(name) || !member(name).wantsNothing()) {
            throw new IllegalArgumentException(
                    "the field " + name + " takes a translation, so that it cannot take more");
        }
    }

    public boolean wantsNothing() {
        return this == NOTHING;
    }

    public boolean wantsText() {
        return mapping != null;
    }

    public boolean wantsElements() {
        return elements() != NOTHING;
    }

    public boolean wantsMembers() {
        return !wantsNothing() && !wantsText() && !wantsElements();
    }

    /** The node of the member, field or entry of this name. */
    public PathNode member(String name) {
        return named.getOrDefault(name, Objects.requireNonNullElse(others, this));
    }

    /** The nodes of members, fields or entries, whatever their names are. */
    public Stream<PathNode> children() {
        return Stream.concat(named.values().stream(), Stream.ofNullable(others)).filter(child -> !child.wantsNothing());
    }

    /** The nodes at the ends of the paths that lead here or further: those that want a text. */
    Stream<PathNode> ends() {
        if (wantsText()) {
            return Stream.of(this);
        }
        return (wantsElements() ? Stream.of(elements) : children()).flatMap(PathNode::ends);
    }

    /** The node of each element. */
    public PathNode elements() {
        return Objects.requireNonNullElse(elements, this);
    }

    /** The name under which this text's translation is added, if it does not take the text's place. */
    public Optional<String> addAs() {
        return mapping == null ? Optional.empty() : mapping.addAs();
    }

    /** The names under which translations of members are added beside them. */
    public Set<String> addedNames() {
        return additions;
    }

    /** The fault of a message that holds something else here. */
    public MalformedMessageException isNot(String found) {
        var wanted = wantsText() ? "a text" : wantsElements() ? "an array" : "an object, record or map";
        return new MalformedMessageException(
                (path.isEmpty() ? "the value" : "the field " + path) + " is " + found + ", not " + wanted);
    }
}
