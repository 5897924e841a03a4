package dev.clausewatch.alert.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server for the tests of this service. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "clausewatch.mail.host", "127.0.0.1",
                "clausewatch.mail.port", Integer.toString(SERVER.getSmtp().getPort()),
                "clausewatch.mail.security", "NONE",
                "clausewatch.mail.from", "alerts@clausewatch.example",
                "clausewatch.mail.timeout", "2s");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** What an address got, in order. */
    static List<MimeMessage> inbox(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
