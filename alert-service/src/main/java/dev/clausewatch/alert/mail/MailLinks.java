package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.notice.GatewayLinks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links in mails that act without signing in: their tokens are signed with the subscription's secret, for one subscription, one address and
 * one action, so that nobody but the reader of a mail has them.
 */
final class MailLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final GatewayLinks links;

    MailLinks(URI gatewayUrl) {
        this.links = new GatewayLinks(gatewayUrl);
    }

    /** What a link does. */
    enum Action {
        CONFIRM("confirm"),
        UNSUBSCRIBE("unsubscribe");

        private final String word;

        Action(String word) {
            this.word = word;
        }
    }

    String to(Action action, String subscriptionId, Destination.Mail mail) {
        return links.home() + "mail/" + action.word + "?subscription=" + subscriptionId + "&token="
                + token(action, subscriptionId, mail);
    }

    static boolean isToken(String token, Action action, String subscriptionId, Destination.Mail mail) {
        return MessageDigest.isEqual(
                token(action, subscriptionId, mail).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(Action action, String subscriptionId, Destination.Mail mail) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(mail.key().key(), ALGORITHM));
            String signed = action.word + "\n" + subscriptionId + "\n" + mail.mailbox();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
