package io.lingoduct.serde;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a text in a message with fields: {@code title}, {@code comments[].body}, {@code labels.*}, nested at will.
 *
 * <ul>
 *   <li>a name: the field of a record, the member of an object, the entry of a map
 *   <li>{@code *}: all of them
 *   <li>{@code []}: all elements of an array; a path may begin with it
 * </ul>
 *
 * A backslash takes the meaning from the character after it, as in {@code file\.name}.
 *
 * @param steps from the outside in, at least one
 */
public record FieldPath(List<Step> steps) {

    /** One step further into a message. */
    public sealed interface Step {}

    /** Into the field, member or map entry of this name. */
    public record Member(String name) implements Step {

        @Override
        public String toString() {
            return name.replaceAll("[.*\\[\\]\\\\]", "\\\\$0");
        }
    }

    /** Into each field, member or map entry. */
    public record AllMembers() implements Step {

        @Override
        public String toString() {
            return "*";
        }
    }

    /** Into each element of an array. */
    public record AllElements() implements Step {

        @Override
        public String toString() {
            return "[]";
        }
    }

    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the path is empty");
        }
    }

    /**
     * @throws IllegalArgumentException saying what is wrong, and at which character, counted from 1
     */
    public static FieldPath parse(String path) {
        return new FieldPath(new Parser(path).steps());
    }

    /** The path as {@link #parse} reads it. */
    @Override
    public String toString() {
        return toString(steps.size());
    }

    /** The first steps only. */
    String toString(int length) {
        var path = new StringBuilder();
        for (var step : steps.subList(0, length)) {
            path.append(path.isEmpty() || step instanceof AllElements ? "" : ".")
                    .append(step);
        }
        return path.toString();
    }

    private static final class Parser {

        private final String path;
        private final List<Step> steps = new ArrayList<>();
        private int position;

        Parser(String path) {
            this.path = path;
        }

        List<Step> steps() {
            if (path.isEmpty()) {
                throw new IllegalArgumentException("the path is empty");
            }
            if (!skipElements()) {
                steps.add(name());
                skipElements();
            }
            while (position < path.length()) {
                if (path.charAt(position) != '.') {
                    throw fault("expected . or [] or the end");
                }
                position++;
                steps.add(name());
                skipElements();
            }
            return steps;
        }

        private boolean skipElements() {
            int before = steps.size();
            while (position < path.length() && path.charAt(position) == '[') {
                if (!path.startsWith("[]", position)) {
                    throw fault("[ is only possible as [], which stands for all elements");
                }
                position += 2;
                steps.add(new AllElements());
            }
            return steps.size() > before;
        }

        private Step name() {
            int start = position;
            var name = new StringBuilder();
            while (position < path.length() && ".[".indexOf(path.charAt(position)) < 0) {
                name.append(character(start));
            }
            if (name.isEmpty()) {
                throw fault("a name is missing");
            }
            return path.substring(start, position).equals("*") ? new AllMembers() : new Member(name.toString());
        }

        private char character(int start) {
            char found = path.charAt(position);
            if (found == ']') {
                throw fault("] without [");
            }
            if (found == '*' && !(position == start && isLast(position))) {
                throw fault("* stands for all names and cannot be a part of one; write \\* for the character");
            }
            if (found == '\\') {
                position++;
                if (position == path.length()) {
                    throw fault("nothing follows the backslash");
                }
                found = path.charAt(position);
            }
            position++;
            return found;
        }

        private boolean isLast(int index) {
            return index + 1 == path.length() || ".[".indexOf(path.charAt(index + 1)) >= 0;
        }

        private IllegalArgumentException fault(String reason) {
            return new IllegalArgumentException(reason + ": '" + path + "', character " + (position + 1));
        }
    }
}
