package io.lingoduct.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a port whether a Kafka broker listens there, whether it speaks TLS, and which logins it demands: by the request with
 * which a SASL login begins, for a mechanism that does not exist. A port without logins says that it knows none; one with
 * logins names those that it takes. Sends no secret, so it may trust any certificate; leaves a line in the broker's log, so it is for
 * ports that a client has failed to reach.
 *
 * @param patience for connecting, and for each answer
 */
record PortProbe(Duration patience) {

    private static final short SASL_HANDSHAKE = 17;
    private static final short VERSION = 1;
    private static final int CORRELATION = 0x11D0;
    private static final int LARGEST_ANSWER = 1 << 16;
    private static final String NO_MECHANISM = "lingoduct-probe";

    Answer ask(String host, int port) {
        var plain = plain(host, port);
        return plain.kind() == Answer.Kind.CLOSED || plain.kind() == Answer.Kind.KAFKA
                ? plain
                : encrypted(host, port, plain);
    }

    private Answer plain(String host, int port) {
        try (var socket = connect(host, port)) {
            return handshake(socket, false);
        } catch (IOException e) {
            return Answer.of(Answer.Kind.CLOSED, false);
        }
    }

    /** @param otherwise the answer where it speaks no TLS */
    private Answer encrypted(String host, int port, Answer otherwise) {
        try (var socket = connect(host, port);
                var tls = (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true)) {
            try {
                tls.startHandshake();
            } catch (IOException e) {
                return isOfTls(e) ? Answer.of(Answer.Kind.SILENT, true) : otherwise;
            }
            return handshake(tls, true);
        } catch (IOException | GeneralSecurityException e) {
            return otherwise;
        }
    }

    private Socket connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Answer handshake(Socket socket, boolean tls) {
        try {
            socket.getOutputStream().write(request());
            socket.getOutputStream().flush();
            return mechanisms(new DataInputStream(socket.getInputStream()))
                    .map(mechanisms -> new Answer(Answer.Kind.KAFKA, tls, mechanisms))
                    .orElse(Answer.of(Answer.Kind.STRANGER, tls));
        } catch (IOException e) {
            return Answer.of(Answer.Kind.SILENT, tls);
        }
    }

    private static byte[] request() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var body = new DataOutputStream(bytes);
        body.writeShort(SASL_HANDSHAKE);
        body.writeShort(VERSION);
        body.writeInt(CORRELATION);
        write(body, NO_MECHANISM);
        write(body, NO_MECHANISM);
        var framed = new ByteArrayOutputStream();
        new DataOutputStream(framed).writeInt(bytes.size());
        bytes.writeTo(framed);
        return framed.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    /** Empty where the answer is none of Kafka's. */
    private static Optional<List<String>> mechanisms(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 10 || size > LARGEST_ANSWER) {
            return Optional.empty();
        }
        var answer = ByteBuffer.wrap(in.readNBytes(size));
        try {
            if (answer.getInt() != CORRELATION) {
                return Optional.empty();
            }
            answer.getShort();
            int count = answer.getInt();
            var mechanisms = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                var name = new byte[Short.toUnsignedInt(answer.getShort())];
                answer.get(name);
                mechanisms.add(new String(name, StandardCharsets.UTF_8));
            }
            return count < 0 ? Optional.empty() : Optional.of(List.copyOf(mechanisms));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Whether the other side has understood the greeting and is not content, rather than having understood nothing. */
    private static boolean isOfTls(IOException fault) {
        boolean brokenOff = fault instanceof SocketTimeoutException
                || Causes.any(fault, EOFException.class)
                || fault instanceof SSLException
                        && String.valueOf(fault.getMessage()).contains("nrecognized SSL message");
        return !brokenOff
                && (fault instanceof SSLHandshakeException
                        || String.valueOf(fault.getMessage()).contains("alert"));
    }

    private static SSLContext context() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
        return context;
    }

    /** Good enough for asking who is there, and for nothing else. */
    private static final class TrustsAnybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String method) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String method) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /**
     * Answer of a port to somebody who knows nothing of it.
     *
     * @param mechanisms the SASL mechanisms that it offers for the login that it demands; empty where it demands none, or where
     *     {@code kind} is not {@link Kind#KAFKA}
     */
    record Answer(Kind kind, boolean tls, List<String> mechanisms) {

        /** Kind of listener. */
        enum Kind {
            /** Nobody, or nobody that can be reached. */
            CLOSED,
            /** Somebody who takes connections and answers nothing that can be understood before it is shown a certificate, if at all. */
            SILENT,
            /** Somebody who answers something else than a Kafka broker would. */
            STRANGER,
            /** A Kafka broker. */
            KAFKA
        }

        static Answer of(Kind kind, boolean tls) {
            return new Answer(kind, tls, List.of());
        }
    }
}
