package io.lingoduct.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs an {@link EmbeddedBroker} in a process of its own, for those who measure it or kill its clients: arguments {@code PORT
 * [DATA_DIR]}. Prints the bootstrap servers on one line when the broker is ready and stops when its standard input ends,
 * so that it never outlives the process that started it.
 */
public final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        try (var broker = args.length > 1 ? EmbeddedBroker.start(port, Path.of(args[1])) : EmbeddedBroker.start(port)) {
            var stop = new Thread(broker::close, "broker-shutdown");
            Runtime.getRuntime().addShutdownHook(stop);
            System.out.println(broker.bootstrapServers());
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
        System.exit(0);
    }
}
