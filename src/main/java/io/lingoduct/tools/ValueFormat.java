package io.lingoduct.tools;

/** Form of a message's value as one line of text, written and read. Values are never null here. */
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
