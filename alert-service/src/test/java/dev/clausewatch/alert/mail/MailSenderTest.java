package dev.clausewatch.alert.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.AttemptOutcome.Fault;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.MailConfig;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.WebhookSecret;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MailSenderTest {

    private static final Instant AT = Instant.parse("2026-03-09T09:00:00Z");

    private final Destination.Mail reader =
            new Destination.Mail("legal@reader.example", WebhookSecret.generate(new SecureRandom()));

    @Test
    void aMailHasTheIdOfItsDeliveryAndSaysHowToStop() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            SendResult result =
                    send(server.getSmtp().getPort(), MailConfig.Security.NONE, "Hello\r\nBcc: evil@example.com");

            assertEquals(new AttemptOutcome.Accepted(250), result.outcome());
            MimeMessage mail = server.getReceivedMessages()[0];
            assertEquals("<d-1@clausewatch.example>", mail.getMessageID());
            assertEquals("Hello  Bcc: evil@example.com", mail.getSubject());
            assertEquals(1, mail.getAllRecipients().length);
            assertEquals(AT, mail.getSentDate().toInstant());
            assertTrue(mail.getHeader("List-Unsubscribe", null)
                    .startsWith("<https://clausewatch.example/mail/unsubscribe?subscription=s-1&token="));
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertTrue(parts.getBodyPart(0).getContentType().startsWith("text/plain"));
            assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html"));
            assertTrue(parts.getBodyPart(1).getContent().toString().contains("Stop these mails</a>"));
        } finally {
            server.stop();
        }
    }

    @Test
    void noEncryptionMeansNoMail() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            assertEquals(
                    new AttemptOutcome.Unreachable(Fault.TLS),
                    send(server.getSmtp().getPort(), MailConfig.Security.STARTTLS, "Hello")
                            .outcome());
            assertEquals(0, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void aRefusedReaderIsNotTriedAgainAndABusyOneIs() throws Exception {
        AttemptOutcome unknown = scripted("550 5.1.1 No such user", null);
        AttemptOutcome busy = scripted("451 4.7.1 Greylisted", null);

        assertEquals(new AttemptOutcome.Bounced(550), unknown);
        assertTrue(unknown.isFinal());
        assertEquals("mail-refused", unknown.reason());
        assertEquals(new AttemptOutcome.Bounced(451), busy);
        assertTrue(!busy.isFinal() && !busy.maybeReceived());
    }

    @Test
    void silenceAfterTheMailMayMeanThatItArrived() throws Exception {
        AttemptOutcome outcome = scripted("250 ok", ScriptedSmtp.SILENCE);

        assertEquals(new AttemptOutcome.Unanswered(Fault.TIMEOUT), outcome);
    }

    @Test
    void anAnswerAfterTheMailDecides() throws Exception {
        assertEquals(new AttemptOutcome.Bounced(554), scripted("250 ok", "554 5.7.1 Spam"));
        assertInstanceOf(AttemptOutcome.Accepted.class, scripted("250 ok", "250 queued"));
    }

    @Test
    void aServerThatIsAwayIsUnreachable() throws Exception {
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertEquals(
                new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED),
                send(port, MailConfig.Security.NONE, "Hello").outcome());
    }

    private AttemptOutcome scripted(String toRecipient, @org.jspecify.annotations.Nullable String toMail)
            throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(toRecipient, toMail == null ? "250 ok" : toMail)) {
            return send(server.port(), MailConfig.Security.NONE, "Hello").outcome();
        }
    }

    /** On a virtual thread, as the dispatcher does it. */
    private SendResult send(int port, MailConfig.Security security, String subject) throws Exception {
        MailSender sender = new MailSender(new Config(port, security), URI.create("https://clausewatch.example"));
        String body = new MailMessage(subject, "Hello.\n", "<!doctype html><html><body></body></html>", null).write();
        Callable<SendResult> send = () -> sender.send(new OutgoingMessage("d-1", "s-1", reader, body, AT));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(send).get();
        } finally {
            sender.close();
        }
    }

    private record Config(int port, MailConfig.Security security) implements MailConfig {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public String from() {
            return "alerts@clausewatch.example";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int confirmationsPerDay() {
            return 3;
        }
    }
}
