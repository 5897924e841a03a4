package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchOutcome.NotModified;
import dev.clausewatch.events.Limits;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Reads the answer to one request.
 *
 * @param url the address that was asked
 * @param anyType whether every media type is welcome
 * @param conditional whether the server was asked for a change only
 */
record ResponseReader(URI url, boolean anyType, boolean conditional, Clock clock) {

    RequestOutcome read(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (redirect && location != null) {
            return new RequestOutcome.Redirect(status, location.getValue());
        }
        if (status == 304) {
            return new RequestOutcome.Final(conditional ? new NotModified(clock.instant()) : Failures.unasked(url));
        }
        if (status != 200) {
            return new RequestOutcome.Final(Failures.status(url, response, clock.instant()));
        }
        return new RequestOutcome.Final(page(response));
    }

    private FetchOutcome page(ClassicHttpResponse response) throws IOException {
        ResponseHeaders headers = new ResponseHeaders(response);
        String contentType = headers.first(HttpHeaders.CONTENT_TYPE);
        String declared = MediaTypes.name(contentType);
        String charset = MediaTypes.charset(contentType);
        if (!anyType && declared != null && MediaTypes.foreign(declared)) {
            return Failures.type(url, declared);
        }
        byte[] body = body(response, headers);
        String mediaType = anyType ? declared : MediaTypes.readAs(declared, charset, body);
        if (mediaType == null && !anyType) {
            return Failures.type(url, MediaTypes.seen(declared));
        }
        Instant now = clock.instant();
        return new Fetched(new FetchedPage(
                url,
                response.getCode(),
                mediaType,
                charset,
                new RawBytes(body),
                headers.all(),
                validators(headers, now),
                now,
                null));
    }

    private static byte[] body(ClassicHttpResponse response, ResponseHeaders headers) throws IOException {
        return response.getEntity() == null
                ? new byte[0]
                : BoundedBody.read(
                        response.getEntity().getContent(),
                        headers.first(HttpHeaders.CONTENT_ENCODING),
                        Limits.RAW_PAGE_BYTES);
    }

    private Validators validators(ResponseHeaders headers, Instant now) {
        return new Validators(
                headers.first(HttpHeaders.ETAG), headers.first(HttpHeaders.LAST_MODIFIED), url.toString(), now);
    }
}
