package dev.clausewatch.gateway.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class AccessTest {

    @Inject
    FirstKey firstKey;

    @Inject
    Sessions sessions;

    @Inject
    Database database;

    @TestHTTPResource(management = true)
    String management;

    @Test
    void keepsHealthAndMetricsOffThePortOfItsUsers() {
        for (String path : List.of("/health", "/health/ready", "/metrics")) {
            assertEquals(404, given().get("/q" + path).statusCode(), path);
            assertEquals(200, given().get(management + path.substring(1)).statusCode(), management + path);
        }
    }

    @Test
    void describesItsApiToEverybodyOnThePortOfItsUsers() {
        given().header("Accept", "application/json").get("/q/openapi").then().statusCode(200);
    }

    @Test
    void takesNoOtherSpellingOfAnAddressForAPage() {
        String session = sessions.begin(key("read")).orElseThrow();
        for (String path :
                List.of("/%61pi/v1/keys", "//api/v1/keys", "/x/../api/v1/keys", "/./api/v1/keys", "/api;x/v1/keys")) {
            int status = given().urlEncodingEnabled(false)
                    .cookie(Sessions.COOKIE, session)
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"Taken\", \"scopes\": [\"admin\"]}")
                    .post(path)
                    .statusCode();
            assertTrue(status >= 400, path + " " + status);
        }
    }

    @Test
    void makesTheFirstKeyOnceAndForItsOwnerOnly() throws IOException {
        assertFalse(firstKey.make(), "a second start makes no second key");
        assertTrue(KeyText.parse(Gateway.firstKey()).isPresent());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("target/first-key"))));
        assertEquals(
                0,
                database.sql("select 1 from access.api_key where key_hash = :firstKey")
                        .bind("firstKey", Gateway.firstKey())
                        .list(Integer.class)
                        .size());
    }

    @Test
    void saysWhatToSendWhenAKeyIsMissingOrWrong() {
        given().get("/api/v1/changes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("urn:clausewatch:problem:key-needed"))
                .body("detail", containsString("Authorization: Bearer cw_"));
        Gateway.with("cw_aaaaaaaa_nonsense")
                .get("/api/v1/changes")
                .then()
                .statusCode(401)
                .body("detail", containsString("not known"));
    }

    @Test
    void letsAKeyDoWhatItsScopesSay() {
        String reader = key("read");
        Gateway.with(reader).get("/api/v1/changes").then().statusCode(200);
        Gateway.with(reader)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(403)
                .body("scope", equalTo("write"));
        Gateway.with(reader).get("/api/v1/keys").then().statusCode(403).body("scope", equalTo("admin"));
        Gateway.with(reader).post("/api/v1/admin/read-model/rebuild").then().statusCode(403);
    }

    @Test
    void revokesAKeyAtOnce() {
        JsonPath made = make("read").jsonPath();
        String secret = made.getString("secret");
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(200);
        Gateway.signed()
                .delete("/api/v1/keys/" + made.getString("key.id"))
                .then()
                .statusCode(204);
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(401);
        Gateway.signed()
                .get("/api/v1/keys")
                .then()
                .body("items.id", hasItem(made.getString("key.id")))
                .body("items[0].secret", nullValue());
    }

    @Test
    void refusesToRevokeTheLastKeyThatCanMakeKeys() {
        String id = KeyText.parse(Gateway.firstKey()).orElseThrow().id();
        Gateway.signed()
                .delete("/api/v1/keys/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("last valid key"));
        Gateway.signed().delete("/api/v1/keys/nobody").then().statusCode(404);
    }

    @Test
    void namesTheFieldOfABadKey() {
        Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\", \"scopes\": [\"everything\"]}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422)
                .body("field", equalTo("scopes"))
                .body("detail", containsString("\"everything\" is none"));
    }

    @Test
    void aMisspeltFieldMakesNoKeyThatHoldsForEver() {
        Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\", \"scopes\": [\"read\"], \"expires\": \"2099-01-01T00:00:00Z\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("field", equalTo("expires"))
                .body("detail", containsString("expiresAt"));
    }

    @Test
    void writesCommandsDownWithTheirOutcome() {
        make("read");
        Gateway.signed().delete("/api/v1/keys/unheard-of").then().statusCode(404);
        List<String> written = database.sql("select method || ' ' || path || ' ' || status as line from access.audit")
                .list(String.class);
        assertTrue(written.contains("POST /api/v1/keys 201"), written::toString);
        assertTrue(written.contains("DELETE /api/v1/keys/unheard-of 404"), written::toString);
    }

    @Test
    void writesDownWhoSignedInAndWhoTookEvidence() {
        String id = make("read").jsonPath().getString("key.id");
        JsonPath made = make("read").jsonPath();
        String reader = made.getString("key.id");
        assertEquals(303, signIn(made.getString("secret")));
        Gateway.with(made.getString("secret")).get("/api/v1/evidence/documents/nimbus/terms");
        Gateway.with(made.getString("secret")).get("/api/v1/evidence/changes/unheard-of");
        Gateway.with(made.getString("secret")).get("/api/v1/changes");
        assertEquals(
                List.of(
                        "POST /sign-in 303 1",
                        "GET /api/v1/evidence/documents/nimbus/terms 503 1",
                        "GET /api/v1/evidence/changes/unheard-of 404 1"),
                written(reader));
        assertEquals(List.of(), written(id));
    }

    @Test
    void countsRefusedKeysInsteadOfWritingALineForEach() {
        JsonPath made = make("write").jsonPath();
        String known = made.getString("key.id");
        String secret = made.getString("secret");
        long rowsBefore = rows();
        long before = attemptsOfNobody();
        for (int i = 0; i < 40; i++) {
            String invented = KeyText.generate(new SecureRandom()).value();
            assertEquals(401, signIn(invented));
            Gateway.with(invented).get("/api/v1/changes").then().statusCode(401);
            Gateway.with("nonsense " + i).get("/api/v1/changes").then().statusCode(401);
        }
        assertEquals(401, signIn(secret), "it may not read");
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(403);
        Gateway.signed().delete("/api/v1/keys/" + known).then().statusCode(204);
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(401);
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(401);

        await().atMost(Duration.ofSeconds(20)).until(() -> attemptsOfNobody() == before + 120);
        await().atMost(Duration.ofSeconds(20)).until(() -> written(known).size() == 3);
        assertEquals(Set.of("* /sign-in 401 1", "* /api/ 403 1", "* /api/ 401 2"), Set.copyOf(written(known)));
        // Those three, the command, and one for each way in that nobody's key was tried on; an hour may begin
        // meanwhile.
        assertTrue(rows() - rowsBefore <= 12, () -> rows() - rowsBefore + " rows");
    }

    private static int signIn(String key) {
        return given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("key", key)
                .post("/sign-in")
                .statusCode();
    }

    private List<String> written(String keyId) {
        return database.sql(
                        "select method || ' ' || path || ' ' || status || ' ' || attempts from access.audit where key_id = :keyId"
                                + " order by position")
                .bind("keyId", keyId)
                .list(String.class);
    }

    private long attemptsOfNobody() {
        return number("select coalesce(sum(attempts), 0) from access.audit where key_id = ''");
    }

    private long rows() {
        return number("select count(*) from access.audit");
    }

    private long number(String sql) {
        return database.sql(sql).first(Long.class).orElseThrow();
    }

    private static String key(String scope) {
        return make(scope).jsonPath().getString("secret");
    }

    private static Response make(String scope) {
        Response made = Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"A test\", \"scopes\": [\"" + scope + "\"]}")
                .post("/api/v1/keys");
        assertEquals(201, made.statusCode());
        return made;
    }
}
