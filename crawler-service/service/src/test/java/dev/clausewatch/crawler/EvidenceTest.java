package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static dev.clausewatch.crawler.Crawler.capture;
import static dev.clausewatch.crawler.Crawler.declare;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.bundle.BundleVerifier;
import dev.clausewatch.crawler.bundle.VerificationResult;
import dev.clausewatch.crawler.evidence.Checkpoint;
import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.crawler.evidence.MerkleHash;
import dev.clausewatch.crawler.evidence.MerkleProof;
import dev.clausewatch.crawler.evidence.VerifyingKey;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class EvidenceTest {

    private SiteServer site;
    private Crawler crawler;

    @Inject
    Database database;

    @BeforeEach
    void start() throws IOException {
        site = SiteServer.start();
        crawler = new Crawler();
    }

    @AfterEach
    void stop() {
        crawler.close();
        site.close();
    }

    /** Two snapshots of a document of this name. */
    private List<SnapshotCaptured> twoSnapshots(String name) {
        Page page = new Page("<main><h1>Terms</h1><p>You own your outputs.</p></main>");
        site.on("/" + name, page);
        declare(name, "\"fetch\": \"" + site.url("/" + name) + "\", \"select\": \"main\"");
        crawler.awaitCaptures(name, SnapshotCaptured.class, hasSize(1));
        page.change("<main><h1>Terms</h1><p>We own your outputs.</p></main>");
        capture(name);
        return crawler.awaitCaptures(name, SnapshotCaptured.class, hasSize(2));
    }

    private static VerifyingKey key() {
        return VerifyingKey.read(api().get("/evidence/public-key").asString());
    }

    private static VerificationResult verify(byte[] bundle) {
        return BundleVerifier.verify(ByteBuffer.wrap(bundle), key());
    }

    private static byte[] bundle(String name) {
        return api().get("/evidence/documents/" + Crawler.id(name))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Checkpoint checkpoint() {
        byte[] note = api().get("/evidence/checkpoint").asString().getBytes(StandardCharsets.UTF_8);
        return Checkpoint.open(note, key());
    }

    @Test
    void handsOutWhatProvesADocumentsHistory() {
        twoSnapshots("proven");
        byte[] bundle = bundle("proven");
        VerificationResult.Holds holds = assertInstanceOf(VerificationResult.Holds.class, verify(bundle));
        assertEquals("proven/terms-of-service", holds.document());
        assertEquals(2, holds.snapshots());
        api().accept("application/json, application/problem+json, */*;q=0.5")
                .get("/evidence/documents/" + Crawler.id("proven"))
                .then()
                .contentType("application/zip");
        byte[] second = api().get("/evidence/documents/" + Crawler.id("proven") + "?from=2")
                .asByteArray();
        assertEquals(
                1,
                assertInstanceOf(VerificationResult.Holds.class, verify(second)).snapshots());
    }

    @ParameterizedTest
    @CsvSource({
        "/evidence/documents/proven/terms-of-service?from=a, from",
        "/evidence/documents/proven/terms-of-service?to=-1, to",
        "/evidence/inclusion?snapshot=a&size=abc, size",
        "/evidence/inclusion, snapshot",
        "/evidence/consistency?from=a, from",
        "/evidence/consistency?to=1, from",
        "/declarations/document, id",
        "/declarations/document?id=%00, id",
    })
    void namesTheParameterThatCannotBeReadOrIsMissing(String address, String parameter) {
        api().urlEncodingEnabled(false).get(address).then().statusCode(400).body("parameter", equalTo(parameter));
    }

    @Test
    void refusesAFieldThatThereIsNot() {
        api().body("{\"documentId\": \"a/b\", \"when\": \"now\"}")
                .post("/captures")
                .then()
                .statusCode(400)
                .body("field", equalTo("when"))
                .body("detail", containsString("there is documentId"));
    }

    @Test
    void handsOutWhatProvesAChange() {
        List<SnapshotCaptured> snapshots = twoSnapshots("changed");
        String change = """
                {"id": "0123456789", "document": {"id": "changed/terms-of-service"}, "summary": "A summary", "kind": "SUBSTANTIVE",
                 "from": {"snapshotId": "%s", "sequence": 1, "textHash": "%s"},
                 "to": {"snapshotId": "%s", "sequence": 2, "textHash": "%s"}, "provisions": []}""".formatted(
                        snapshots.get(0).snapshotId(),
                        snapshots.get(0).textHash(),
                        snapshots.get(1).snapshotId(),
                        snapshots.get(1).textHash());
        byte[] bundle = api().body(change)
                .post("/evidence/changes")
                .then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"changed_terms-of-service-0123456789.evidence.zip\""))
                .extract()
                .asByteArray();
        assertInstanceOf(VerificationResult.Holds.class, verify(bundle));
    }

    @Test
    void provesRecordsAndThatTheLogOnlyGrew() {
        SnapshotCaptured first = twoSnapshots("grown").getFirst();
        bundle("grown");
        Checkpoint before = checkpoint();
        twoSnapshots("growing");
        bundle("growing");
        Checkpoint after = checkpoint();
        assertTrue(after.size() >= before.size() + 2);
        JsonPath consistency = api().get("/evidence/consistency?from=" + before.size() + "&to=" + after.size())
                .jsonPath();
        assertTrue(
                MerkleProof.extendsTree(before.size(), before.root(), after.size(), after.root(), hashes(consistency)));
        JsonPath inclusion = api().get("/evidence/inclusion?size=" + after.size() + "&snapshot=" + first.snapshotId())
                .jsonPath();
        byte[] record = database.sql("select record from evidence_record where snapshot_id = :snapshotId")
                .bind("snapshotId", first.snapshotId())
                .first(byte[].class)
                .orElseThrow();
        assertTrue(MerkleProof.includes(
                MerkleHash.leaf(record),
                inclusion.getLong("leafIndex"),
                after.size(),
                hashes(inclusion),
                after.root()));
        api().get("/evidence/consistency?from=0").then().statusCode(400);
        api().get("/evidence/inclusion?snapshot=nothing").then().statusCode(404);
        api().get("/evidence/documents/nobody/terms").then().statusCode(404);
    }

    private static List<Hash> hashes(JsonPath proof) {
        return proof.getList("path", String.class).stream().map(Hash::ofHex).toList();
    }
}
