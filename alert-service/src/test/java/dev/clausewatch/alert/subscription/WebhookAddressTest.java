package dev.clausewatch.alert.subscription;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    private final WebhookAddress strict = new WebhookAddress(false, false);

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/hook?a=b", "https://example.com:8443/", "HTTPS://8.8.8.8/hook"})
    void takesPublicHttpsAddresses(String url) {
        assertInstanceOf(WebhookAddress.Good.class, strict.judge(url));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                " ",
                "example.com/hook",
                "ftp://example.com/",
                "https:///hook",
                "https://exa mple.com/",
                "http://example.com/hook",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "https://example.com:99999/",
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/"
            })
    void refusesTheRest(String url) {
        assertInstanceOf(WebhookAddress.Bad.class, strict.judge(url));
    }

    @Test
    void takesPlainAndPrivateOnesWhereAllowed() {
        assertInstanceOf(
                WebhookAddress.Good.class, new WebhookAddress(false, true).judge("http://127.0.0.1:8091/hook"));
    }
}
