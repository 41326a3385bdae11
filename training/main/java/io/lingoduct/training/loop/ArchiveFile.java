package io.lingoduct.training.loop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.OutputArchive;

/**
 * Writes a libtorch archive through Java. Left to itself libtorch ends the whole process when the disk is full: the
 * destructor of its file writer throws.
 */
final class ArchiveFile {

    private ArchiveFile() {}

    /** Writes a new file and returns once it is on the disk. */
    static void write(OutputArchive archive, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var writer = new ChannelWriter(channel)) {
            archive.save_to(writer);
            if (writer.failure != null) {
                throw new IOException("cannot write " + file + ": " + writer.failure.getMessage(), writer.failure);
            }
            channel.force(true);
        }
    }

    private static final class ChannelWriter extends ArchiveWriter {

        private final FileChannel channel;
        private IOException failure;

        ChannelWriter(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long call(Pointer bytes, long size) {
            try {
                var buffer = new BytePointer(bytes).capacity(size).asByteBuffer();
                while (failure == null && buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                failure = e;
            }
            // libtorch must not see the failure, or it would end the process.
            return size;
        }
    }
}
