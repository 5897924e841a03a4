package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.AttemptOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's answer, or its silence, means for a delivery. */
final class SmtpReplies {

    /** The server took the mail. */
    static final int ACCEPTED = 250;

    private static final int LONGEST = 1024;
    private static final int DEEPEST = 10;

    private SmtpReplies() {}

    /**
     * How an attempt ended that threw.
     *
     * @param begun whether the server could have seen the mail
     * @param late whether the deadline passed
     */
    static AttemptOutcome outcome(MessagingException e, boolean begun, boolean late) {
        int code = code(e);
        if (code > 0) {
            return new AttemptOutcome.Bounced(code);
        }
        AttemptOutcome.Fault fault = late ? AttemptOutcome.Fault.TIMEOUT : fault(e);
        return begun ? new AttemptOutcome.Unanswered(fault) : new AttemptOutcome.Unreachable(fault);
    }

    /** The server's own words, for the ledger. */
    static String text(MessagingException e) {
        return printable(code(e) > 0 ? e.getMessage() : null);
    }

    /** A reply as the ledger keeps it. */
    static String printable(@Nullable String reply) {
        StringBuilder out = new StringBuilder();
        String text = reply == null ? "" : reply.strip();
        text.chars().limit(LONGEST).forEach(c -> out.append(Character.isISOControl(c) && c != '\n' ? ' ' : (char) c));
        return out.toString();
    }

    /** The code for the reader or the sender, which is more exact than that of the whole; 0 where the server said none. */
    private static int code(MessagingException e) {
        @Nullable Exception one = e;
        int whole = 0;
        for (int i = 0; i < DEEPEST && one instanceof MessagingException reply; i++) {
            if (reply instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (reply instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (reply instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                whole = send.getReturnCode();
            }
            one = reply.getNextException();
        }
        return whole;
    }

    private static AttemptOutcome.Fault fault(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return AttemptOutcome.Fault.AUTHENTICATION;
        }
        @Nullable Throwable cause = e;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return AttemptOutcome.Fault.UNKNOWN_HOST;
                }
                case SocketTimeoutException slow -> {
                    return AttemptOutcome.Fault.TIMEOUT;
                }
                case ConnectException refused -> {
                    return AttemptOutcome.Fault.CONNECTION_REFUSED;
                }
                case SSLException tls -> {
                    return AttemptOutcome.Fault.TLS;
                }
                default -> cause = cause.getCause();
            }
        }
        return e.getMessage() != null && e.getMessage().contains("STARTTLS")
                ? AttemptOutcome.Fault.TLS
                : AttemptOutcome.Fault.CONNECTION_LOST;
    }
}
