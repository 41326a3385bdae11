package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answer to what is no request that the server could look at: its status in words, and nothing of its insides. */
final class AdminErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var body = AdminJson.error(HttpStatus.getMessage(response.getStatus())).getBytes(US_ASCII);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
