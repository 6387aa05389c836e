package io.fetchmark.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestEncoderTest {

    @Test
    void aGetHasNoLength() {
        assertThat(encode("GET", Map.of(), ""))
                .isEqualTo("GET /a?b=c HTTP/1.1\r\nHost: here:80\r\nUser-Agent: Fetchmark\r\n\r\n");
    }

    @Test
    void theLengthOfABodyIsThatOfItsBytes() {
        assertThat(encode("PUT", Map.of(), "ü")).endsWith("\r\nContent-Length: 2\r\n\r\nü");
        assertThat(encode("POST", Map.of(), "")).endsWith("\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void fieldsKeepTheirOrderAndTakeThePlaceOfOurs() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user-agent", "me");
        fields.put("X-B", "");
        fields.put("HOST", "there");
        assertThat(encode("GET", fields, ""))
                .isEqualTo("GET /a?b=c HTTP/1.1\r\nuser-agent: me\r\nX-B: \r\nHOST: there\r\n\r\n");
    }

    private static String encode(String method, Map<String, String> fields, String body) {
        byte[] bytes =
                RequestEncoder.encode(method, "here:80", "/a?b=c", fields, body.getBytes(StandardCharsets.UTF_8));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
