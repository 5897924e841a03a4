package dev.clausewatch.alert.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.GoldenFile;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Notices;
import java.net.URI;
import org.junit.jupiter.api.Test;

class MailRendererTest {

    private final MailRenderer renderer = new MailRenderer(URI.create("https://clausewatch.example/"));

    @Test
    void mailsAreAsInTheirFiles() {
        holds("mail-alert", Notices.canonical());
        holds("mail-hostile", Notices.hostile());
        holds("mail-retraction", Notices.retraction());
        holds("mail-test", Notices.test());
    }

    @Test
    void wordsOfOthersAreTextInHtml() {
        String html = render(Notices.hostile()).html();

        assertFalse(html.contains("<script"));
        assertFalse(html.contains("<https:"));
        assertFalse(html.contains("]]>"));
        assertTrue(html.contains("&lt;script&gt;"));
    }

    @Test
    void aLongChangeIsCutToWhatReadersShow() {
        String mail = renderer.render(Notices.veryLong(), new Rendering(DestinationKind.MAIL));

        assertTrue(mail.length() < 90_000);
        assertTrue(mail.contains("more clauses"));
        assertTrue(mail.contains("https://clausewatch.example/changes/long"));
    }

    private void holds(String name, Notice notice) {
        MailMessage mail = render(notice);
        GoldenFile.holds(name + ".txt", "Subject: " + mail.subject() + "\n\n" + mail.text());
        GoldenFile.holds(name + ".html", mail.html() + "\n");
    }

    private MailMessage render(Notice notice) {
        return MailMessage.read(renderer.render(notice, new Rendering(DestinationKind.MAIL)));
    }
}
