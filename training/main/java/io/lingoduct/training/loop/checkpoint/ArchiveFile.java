package io.lingoduct.training.loop.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/**
 * Tensors by name in a libtorch archive. It is written through Java: left to itself libtorch ends the whole process when the
 * disk is full, because the destructor of its file writer throws.
 */
public final class ArchiveFile {

    /** Makes the files that are written; tests put a full disk here. */
    @FunctionalInterface
    public interface Disk {
        WritableByteChannel create(Path file) throws IOException;
    }

    private ArchiveFile() {}

    /** Writes a new file and returns once it is on the disk. */
    static void write(Map<String, Tensor> tensors, Path file, Disk disk) throws IOException {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard();
                var archive = new OutputArchive();
                var channel = disk.create(file);
                var writer = new ChannelWriter(channel)) {
            tensors.forEach((name, tensor) -> archive.write(name, tensor.cpu()));
            archive.save_to(writer);
            if (writer.failure != null) {
                throw new IOException("cannot write " + file + ": " + writer.failure.getMessage(), writer.failure);
            }
            force(channel);
        }
    }

    /** Writes a new file and returns once it is on the disk. */
    static void write(byte[] content, Path file, Disk disk) throws IOException {
        try (var channel = disk.create(file)) {
            writeAll(ByteBuffer.wrap(content), channel);
            force(channel);
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Copies the values of a file into tensors of the same names and shapes.
     *
     * @throws RuntimeException if the file is no archive or lacks one of them
     */
    static void read(Path file, Map<String, Tensor> tensors) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard();
                var archive = new InputArchive()) {
            archive.load_from(file.toString());
            tensors.forEach((name, tensor) -> {
                var stored = new Tensor();
                archive.read(name, stored);
                tensor.copy_(stored);
            });
        }
    }

    private static void writeAll(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void force(WritableByteChannel channel) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    private static final class ChannelWriter extends ArchiveWriter {

        private final WritableByteChannel channel;
        private IOException failure;

        ChannelWriter(WritableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public long call(Pointer bytes, long size) {
            try {
                if (failure == null) {
                    writeAll(new BytePointer(bytes).capacity(size).asByteBuffer(), channel);
                }
            } catch (IOException e) {
                failure = e;
            }
            // libtorch must not see the failure, or it would end the process.
            return size;
        }
    }
}
