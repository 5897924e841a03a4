package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Statement.Mode;
import dev.clausewatch.classifier.assess.Statement.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells that a statement came or went, in one line without an end: "Halvorin no longer promises not to sell personal data". */
final class StatementLine {

    private static final Set<String> RIGHTS = Set.of(
            "opt",
            "object",
            "cancel",
            "withdraw",
            "appeal",
            "formulate",
            "request",
            "terminate",
            "export",
            "delete",
            "refuse",
            "choose",
            "disable",
            "turn",
            "revoke",
            "dispute",
            "access",
            "unsubscribe",
            "reject",
            "decline",
            "download",
            "correct",
            "complain");

    private final String platform;
    private final Bound bound;

    StatementLine(String platform, Bound bound) {
        this.platform = platform;
        this.bound = bound;
    }

    /** A statement that stands now. */
    String come(Statement statement) {
        boolean one =
                statement.subject() == Subject.PLATFORM && !statement.named().contains(" and ");
        return told(statement, statement.named(), present(statement, one));
    }

    private static String present(Statement statement, boolean one) {
        if (statement.subject() == Subject.PLATFORM && statement.mode() == Mode.NOT && statement.isPromise()) {
            return one ? "promises not to" : "promise not to";
        }
        return switch (statement.verb()) {
            case "do not" -> one ? "does not" : "do not";
            case "are not" -> one ? "is not" : "are not";
            case "are" -> one ? "is" : "are";
            default -> statement.mode() == Mode.DOES && one ? ThirdPerson.verb(statement.verb()) : statement.verb();
        };
    }

    /** A statement that stood before and is gone. */
    String gone(Statement statement) {
        return statement.subject() == Subject.BOUND ? goneOfBound(statement) : goneOfPlatform(statement);
    }

    private String goneOfPlatform(Statement statement) {
        return switch (statement.mode()) {
            case NOT ->
                statement.isPromise()
                        ? told(statement, statement.named(), "no longer promises not to")
                        : said(statement, "it");
            case WILL, MUST -> told(statement, statement.named(), "no longer promises to");
            case MAY, DOES -> said(statement, "it");
        };
    }

    private String goneOfBound(Statement statement) {
        String named = statement.named();
        return switch (statement.mode()) {
            case NOT ->
                statement.verb().equals("may not")
                        ? told(statement, named, "are no longer forbidden to")
                        : said(statement, named);
            case MUST -> told(statement, named, "no longer have to");
            case MAY ->
                RIGHTS.contains(statement.act()) ? told(statement, named, "may no longer") : said(statement, named);
            case DOES ->
                statement.verb().equals("are") || !StatementReader.isGiving(statement.verb())
                        ? said(statement, named)
                        : told(statement, named, "no longer " + statement.verb());
            case WILL -> said(statement, named);
        };
    }

    /** Where too little is known to say more than that the words are gone. */
    private String said(Statement statement, String subject) {
        boolean one = subject.equals("it");
        return told(
                statement,
                platform,
                "no longer says that " + subject + " "
                        + present(statement, one).replace("promises not to", "will not"));
    }

    private String told(Statement statement, String subject, String verb) {
        boolean boundNamed = statement.subject() == Subject.BOUND;
        ThirdPerson third = new ThirdPerson(
                platform, boundNamed ? statement.named() : bound.noun(), subject.contains(platform), boundNamed);
        boolean one = statement.mode() == Mode.DOES && verb.endsWith(ThirdPerson.verb(statement.verb()));
        String rest = third.tell(one ? chained(statement) : statement.rest());
        String condition = statement.condition().isEmpty() ? "" : ", " + lower(third.tell(statement.condition()));
        return ShortText.capitalized(subject) + " " + verb + " " + rest + condition;
    }

    /** "Collects and uses": verbs that go on behind the first. */
    private static List<String> chained(Statement statement) {
        List<String> words = new ArrayList<>(statement.rest());
        boolean goesOn = statement.verb().endsWith(",");
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String bare = ThirdPerson.bare(word);
            if (bare.equals("and") || bare.equals("or")) {
                goesOn = true;
            } else if (goesOn && StatementReader.isVerb(bare)) {
                words.set(at, ThirdPerson.verb(word));
                goesOn = word.endsWith(",");
            } else {
                break;
            }
        }
        return words;
    }

    private static String lower(String words) {
        return ShortText.withoutEnd(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1));
    }
}
