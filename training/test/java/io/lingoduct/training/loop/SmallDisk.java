package io.lingoduct.training.loop;

import io.lingoduct.training.loop.checkpoint.ArchiveFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk that has room for so many bytes, of all files together. */
final class SmallDisk implements ArchiveFile.Disk {

    private long room;

    /** A disk that never gets full, and does not wait for its files to be safe as the real one does. */
    static SmallDisk unlimited() {
        return new SmallDisk(Long.MAX_VALUE);
    }

    SmallDisk(long room) {
        this.room = room;
    }

    @Override
    public WritableByteChannel create(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                room -= bytes.remaining();
                if (room < 0) {
                    throw new IOException("No space left on device");
                }
                return channel.write(bytes);
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
