package io.lingoduct.tools;

/** How a message's value is written as one line of text, and read from one. Values are never null here. */
public interface ValueFormat {

    /**
     * @param line without its line feed
     * @throws KafkaToolException if the line is not of this format
     */
    byte[] encode(String line);

    /**
     * @throws KafkaToolException if the bytes are not of this format; the message does not quote them
     */
    String decode(byte[] value);
}
