package dev.clausewatch.alert.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail with an id of ours that knows whether the server could have seen any of it. */
final class TracedMail extends MimeMessage {

    private final String messageId;
    private volatile boolean begun;

    TracedMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    boolean isBegun() {
        return begun;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignoreList);
    }
}
