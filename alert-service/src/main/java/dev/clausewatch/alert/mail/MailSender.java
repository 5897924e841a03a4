package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.MailConfig;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.Sender;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends mails to the operator's mail server, one connection each. The deadline is over the whole exchange: it interrupts the virtual thread
 * that sends, which closes its socket.
 */
@ApplicationScoped
class MailSender implements Sender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private final MailConfig config;
    private final Envelope envelope;
    private final Session session;
    private final ScheduledThreadPoolExecutor deadlines;

    @Inject
    MailSender(MailConfig config, DestinationConfig destinations) {
        this(config, destinations.gatewayUrl());
        if (config.host().isPresent() && config.timeout().compareTo(destinations.timeout()) > 0) {
            throw new IllegalArgumentException("clausewatch.mail.timeout must be at most clausewatch.webhooks.timeout,"
                    + " within which a delivery's lease allows an attempt");
        }
    }

    MailSender(MailConfig config, URI gatewayUrl) {
        this.config = config;
        this.session = Session.getInstance(properties(config));
        this.envelope = new Envelope(session, config.from(), new MailLinks(gatewayUrl));
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("mail-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.MAIL;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (!(message.destination() instanceof Destination.Mail mail)) {
            throw new IllegalArgumentException(
                    "No mail address: " + message.destination().kind());
        }
        long start = System.nanoTime();
        Deadline deadline = new Deadline(Thread.currentThread());
        Future<?> pending = deadlines.schedule(deadline, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        @Nullable TracedMail traced = null;
        try {
            traced = envelope.of(message, mail);
            String answer = transmit(traced);
            return new SendResult(new AttemptOutcome.Accepted(SmtpReplies.ACCEPTED), since(start), answer);
        } catch (MessagingException e) {
            boolean begun = traced != null && traced.isBegun();
            return new SendResult(SmtpReplies.outcome(e, begun, deadline.passed()), since(start), SmtpReplies.text(e));
        } finally {
            deadline.end();
            pending.cancel(false);
        }
    }

    /** The server's answer. A connection that cannot be closed has done its work all the same. */
    private String transmit(TracedMail mail) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        try {
            transport.connect(
                    config.host().orElse(""),
                    config.port(),
                    config.user().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
            return SmtpReplies.printable(transport.getLastServerResponse());
        } finally {
            close(transport);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf("A connection to the mail server did not end well: %s", e);
        }
    }

    private static Properties properties(MailConfig config) {
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (config.security()) {
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @PreDestroy
    void close() {
        deadlines.shutdownNow();
    }

    /** Interrupts the sender once, and never after it has ended. */
    private static final class Deadline implements Runnable {

        private final Thread sender;
        private boolean ended;
        private boolean passed;

        Deadline(Thread sender) {
            this.sender = sender;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                passed = true;
                sender.interrupt();
            }
        }

        synchronized boolean passed() {
            return passed;
        }

        synchronized void end() {
            ended = true;
            if (passed) {
                boolean unused = Thread.interrupted();
            }
        }
    }
}
