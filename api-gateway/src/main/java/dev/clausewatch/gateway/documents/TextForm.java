package dev.clausewatch.gateway.documents;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which the text of a version is given. */
public enum TextForm {
    /** As it is stored. */
    MARKDOWN("md", "markdown"),
    /** Without marks; the addresses of links stand behind their words. */
    PLAIN("txt", "plain"),
    /** A whole page. */
    HTML("html", "html");

    /** All of them as paths end, for the templates of paths. */
    public static final String ENDINGS = "md|txt|html";

    private final String ending;
    private final String subtype;

    TextForm(String ending, String subtype) {
        this.ending = ending;
        this.subtype = subtype;
    }

    /** The form that an address ends in. */
    public static TextForm ending(String ending) {
        return Arrays.stream(values())
                .filter(form -> form.ending.equals(ending))
                .findFirst()
                .orElse(MARKDOWN);
    }

    /** The form that the header Accept prefers: Markdown when it leaves the choice. */
    static TextForm accepted(List<MediaType> byPreference) {
        return byPreference.stream()
                .map(TextForm::first)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(MARKDOWN);
    }

    private static Optional<TextForm> first(MediaType wanted) {
        return Arrays.stream(values())
                .filter(form -> wanted.isCompatible(form.type()))
                .findFirst();
    }

    MediaType type() {
        return new MediaType("text", subtype, "UTF-8");
    }

    /** Tells apart the same text in several forms. */
    String tag(String textHash) {
        return this == MARKDOWN ? textHash : textHash + "." + ending;
    }

    String write(Version version, String text) {
        return switch (this) {
            case MARKDOWN -> text;
            case PLAIN -> PlainText.of(TextBlock.of(text));
            case HTML -> HtmlText.of(version.documentId() + ", version " + version.sequence(), TextBlock.of(text));
        };
    }
}
