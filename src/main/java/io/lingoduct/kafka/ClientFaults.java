package io.lingoduct.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.network.InvalidReceiveException;

/**
 * Explanations, of one line each, why a Kafka client could not be made, or why it reaches no broker, and which setting to change.
 */
public final class ClientFaults {

    // A plain client cannot tell a port that hung up from one that is away.
    private static final List<Class<? extends Throwable>> UNREACHED = List.of(
            TimeoutException.class,
            DisconnectException.class,
            NetworkException.class,
            AuthenticationException.class,
            InvalidReceiveException.class);

    private final UserSettings settings;

    private ClientFaults(UserSettings settings) {
        this.settings = settings;
    }

    /**
     * @param settings the user's, for plain clients or with the prefixes of Kafka Streams
     * @param section what stands before the names of settings where the user looks for them: {@code kafka.}, or nothing
     */
    public static ClientFaults of(Map<String, ?> settings, String section) {
        return new ClientFaults(new UserSettings(Map.copyOf(settings), section));
    }

    /**
     * The cause in the words of whoever must act, without a full stop; empty where nothing more is known than what the fault
     * itself says. Where no broker was reached, this asks the ports of {@code bootstrap.servers} what they expect, for some
     * seconds at most.
     *
     * @param fault what a client threw when it was made or used
     */
    public Optional<String> explain(Throwable fault) {
        return CompressionNatives.explain(fault)
                .or(() -> Handshakes.explain(fault, settings))
                .or(() -> isUnreached(fault) ? WrongPort.explain(settings) : Optional.empty())
                .or(() -> RefusedSettings.explain(fault, settings));
    }

    /** Whether native code, or a class that needs it, could not be loaded, however deep among the causes. */
    public static boolean isOfNativeCode(Throwable fault) {
        return Causes.any(fault, LinkageError.class);
    }

    private static boolean isUnreached(Throwable fault) {
        return UNREACHED.stream().anyMatch(type -> Causes.any(fault, type));
    }
}
