package dev.clausewatch.alert.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a mail: all but its envelope and the footer, which differ from reader to reader.
 *
 * @param subject in one line
 * @param text the plain part
 * @param html the other part, a whole document
 * @param follows the delivery whose mail it answers, where it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailMessage(
        String subject, String text, String html, @Nullable String follows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static MailMessage read(String json) {
        try {
            return JSON.readValue(json, MailMessage.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored mail cannot be read", e);
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
