package dev.clausewatch.alert.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void anAddressKeepsItsCaseBeforeTheAt() {
        assertEquals(Optional.of("Legal+x@example.com"), MailAddress.parse(" Legal+x@Example.COM "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "legal",
                "@example.com",
                "legal@",
                "legal@example",
                "a@b@example.com",
                "a b@example.com",
                "a\r\nBcc: x@example.com",
                "a@example..com",
                ".a@example.com",
                "a@-example.com",
                "Legal <a@example.com>",
                "\"a\"@example.com",
                "ä@example.com",
                "a,b@example.com"
            })
    void whatIsNoCommonAddressIsRefused(String text) {
        assertEquals(Optional.empty(), MailAddress.parse(text));
    }
}
