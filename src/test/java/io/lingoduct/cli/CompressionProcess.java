package io.lingoduct.cli;

import io.lingoduct.process.NativeLibraries;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.ByteBufferOutputStream;

/** Packs and unpacks bytes in every way that Kafka knows, with the native libraries from their folder, and waits to be killed. */
final class CompressionProcess {

    private CompressionProcess() {}

    public static void main(String[] args) throws IOException {
        NativeLibraries.prepare();
        var content = new byte[100_000];
        Arrays.fill(content, (byte) 'a');
        for (var type : CompressionType.values()) {
            var compression = Compression.of(type).build();
            var packed = new ByteBufferOutputStream(1000);
            try (var out = new DataOutputStream(compression.wrapForOutput(packed, RecordBatch.MAGIC_VALUE_V2))) {
                out.write(content);
            }
            packed.buffer().flip();
            try (var in =
                    compression.wrapForInput(packed.buffer(), RecordBatch.MAGIC_VALUE_V2, BufferSupplier.create())) {
                if (!Arrays.equals(in.readAllBytes(), content)) {
                    throw new IOException(type + " does not give back what it was given");
                }
            }
        }
        System.out.println("packed and unpacked");
        System.in.read();
    }
}
