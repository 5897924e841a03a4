package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * Addresses a stored mail to its reader. The id is the delivery's, the same for every attempt, so that servers and readers drop a second
 * copy; what follows another mail names that one's.
 */
final class Envelope {

    private static final String WHY = "You get this mail from a subscription of Clausewatch.";

    private final Session session;
    private final String from;
    private final String domain;
    private final MailLinks links;

    Envelope(Session session, String from, MailLinks links) {
        this.session = session;
        this.from = from;
        this.domain = from.substring(from.indexOf('@') + 1);
        this.links = links;
    }

    TracedMail of(OutgoingMessage message, Destination.Mail to) throws MessagingException {
        MailMessage stored = MailMessage.read(message.body());
        String stop = links.to(MailLinks.Action.UNSUBSCRIBE, message.subscriptionId(), to);
        TracedMail mail = new TracedMail(session, id(message.id()));
        mail.setFrom(new InternetAddress("Clausewatch <" + from + ">"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.mailbox()));
        mail.setSubject(oneLine(stored.subject()), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("List-Id", "<" + message.subscriptionId() + "." + domain + ">");
        mail.setHeader("List-Unsubscribe", "<" + stop + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (stored.follows() != null) {
            mail.setHeader("In-Reply-To", id(stored.follows()));
            mail.setHeader("References", id(stored.follows()));
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(stored.text() + WHY + "\nStop these mails: " + stop + "\n", StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(MailHtml.withFooter(stored.html(), WHY, "Stop these mails", stop), "text/html; charset=utf-8");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private String id(String deliveryId) {
        return "<" + deliveryId + "@" + domain + ">";
    }

    /** A line break would end the header. */
    private static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
        return out.toString();
    }
}
