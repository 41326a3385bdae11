package io.lingoduct.service;

/** Promise to consumers of the output topics, for when the service is killed or the network fails. */
public enum Guarantee {
    /** Every message is translated once: readers with {@code isolation.level=read_committed} see no duplicate. */
    EXACTLY_ONCE,
    /** Every message is translated; some may come out twice after a failure. */
    AT_LEAST_ONCE
}
