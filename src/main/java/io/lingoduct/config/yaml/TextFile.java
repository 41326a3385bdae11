package io.lingoduct.config.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files of UTF-8 text, whatever stands under their name: also a pipe, or a device that never ends. */
public final class TextFile {

    /** No configuration and no secret is larger. */
    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The file's text, without the byte order mark that some editors put before it.
     *
     * @throws UnreadableYamlException if there is no such file, it may not be read, is too large or is not UTF-8
     */
    public static String read(Path file) throws UnreadableYamlException {
        if (Files.isDirectory(file)) {
            throw new UnreadableYamlException("is a folder, not a file");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableYamlException("is larger than " + MAX_BYTES + " bytes");
            }
            return withoutMark(decode(bytes));
        } catch (NoSuchFileException e) {
            throw new UnreadableYamlException("no such file");
        } catch (AccessDeniedException e) {
            throw new UnreadableYamlException("may not be read by this user");
        } catch (IOException e) {
            throw new UnreadableYamlException("cannot be read: " + e);
        }
    }

    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) throws UnreadableYamlException {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isUnderflow()) {
            return out.flip().toString();
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new UnreadableYamlException("is UTF-16, expected UTF-8");
        }
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        throw new UnreadableYamlException("is not UTF-8 text (line " + line + ")");
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
