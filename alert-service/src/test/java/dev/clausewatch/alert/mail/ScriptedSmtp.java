package dev.clausewatch.alert.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A mail server that answers one reader and one mail as told. */
final class ScriptedSmtp implements AutoCloseable {

    static final String SILENCE = "";

    private final ServerSocket socket = new ServerSocket(0);
    private final String toRecipient;
    private final String toMail;

    ScriptedSmtp(String toRecipient, String toMail) throws IOException {
        this.toRecipient = toRecipient;
        this.toMail = toMail;
        Thread unused = Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket connection = socket.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = connection.getOutputStream();
            say(out, "220 scripted");
            boolean reading = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (reading) {
                    reading = !line.equals(".");
                    say(out, reading ? SILENCE : toMail);
                } else if (line.startsWith("DATA")) {
                    reading = true;
                    say(out, "354 go on");
                } else {
                    say(out, line.startsWith("RCPT") ? toRecipient : "250 ok");
                }
            }
        } catch (SocketException e) {
            // The client or the test has hung up.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        if (!line.isEmpty()) {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
