package io.lingoduct.serde.avro.schema;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.MalformedMessageException;
import org.apache.avro.Schema;

/**
 * Limits of one walk over a schema, or over an Avro value along its schema. Neither can be trusted: a schema of one
 * kilobyte and a value of one byte may stand for more values than there is time for, and for deeper ones than a stack holds.
 * Every walk takes its steps out of such a budget, and only what has been walked over within it is given to Avro's own
 * classes, which know no limits.
 *
 * <p>A value has {@link #NODES} steps and {@link #NODES_PER_BYTE} more for each of its bytes, so that the time for a message
 * grows with its size and with nothing else. A schema has {@link #NODES}.
 */
public final class WalkBudget {

    /** Records, arrays and maps within one another in a value. Avro's own reader needs a kilobyte of stack for each. */
    public static final int MAX_VALUE_DEPTH = 200;

    /**
     * Types within one another in a schema. Each takes up to three levels of JSON, and Avro's parser takes a thousand of
     * these, so that it can read what Avro writes.
     */
    public static final int MAX_SCHEMA_DEPTH = 300;

    /** Values or types visited, and elements of arrays that take no bytes, with all that is in them. */
    public static final int NODES = 100_000;

    /** Values visited for each byte: a record, an array or a choice takes a step of its own beside what is in it. */
    public static final int NODES_PER_BYTE = 16;

    private final String subject;
    private final int maxDepth;
    private final long maxNodes;
    private int depth;
    private long nodes;
    private long withoutBytes;

    private WalkBudget(String subject, int maxDepth, long maxNodes) {
        this.subject = subject;
        this.maxDepth = maxDepth;
        this.maxNodes = maxNodes;
    }

    public static WalkBudget ofSchema(Schema schema) {
        return new WalkBudget("the schema " + Printable.name(schema.getFullName()) + " is ", MAX_SCHEMA_DEPTH, NODES);
    }

    /** @param bytes size of the value */
    public static WalkBudget ofValue(int bytes) {
        return new WalkBudget("", MAX_VALUE_DEPTH, NODES + (long) NODES_PER_BYTE * bytes);
    }

    /** @throws MalformedMessageException if too much was visited already */
    public void visit() {
        visit(1);
    }

    /** @throws MalformedMessageException if too much was visited already */
    public void visit(long count) {
        nodes += count;
        if (nodes > maxNodes) {
            throw new MalformedMessageException(
                    subject + "made of more than " + maxNodes + " parts, too many to look at");
        }
    }

    /**
     * Elements that nobody has to write and any number of which may be claimed.
     *
     * @param nodesEach values in each, itself included
     * @throws MalformedMessageException if they are too many
     */
    public void visitWithoutBytes(long elements, long nodesEach) {
        if (elements < 0 || elements > (NODES - withoutBytes) / nodesEach) {
            throw new MalformedMessageException("more than " + NODES + " elements of arrays that take no bytes");
        }
        withoutBytes += elements * nodesEach;
    }

    /** @throws MalformedMessageException if it is nested too deep */
    public void enter() {
        depth++;
        requireDepth(depth);
    }

    public void leave() {
        depth--;
    }

    /** @throws MalformedMessageException if so many levels are too many */
    public void requireDepth(int levels) {
        if (levels > maxDepth) {
            throw new MalformedMessageException(subject + "nested deeper than " + maxDepth + " levels");
        }
    }

    /** Values or types visited so far. */
    public long nodes() {
        return nodes;
    }
}
