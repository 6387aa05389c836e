package io.fetchmark.target;

import java.net.URI;
import java.util.regex.Pattern;

/** What is wrong with the certificate of a server, and what can be done. */
enum CertificateFault {
    EXPIRED(
            "validity check failed|NotAfter|NotBefore",
            "is not valid at this time",
            "renew it, or set the clock of this machine"),
    OTHER_HOST(
            "No name matching|No subject alternative",
            "is for another host",
            "name one in <target><url> that it is for"),
    UNTRUSTED(
            "",
            "is not trusted here, as one is not that the server has signed itself",
            "put it, or that of its authority, into a trust store (keytool -importcert), and name that in"
                    + " MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE, from where the JVMs that drive the load have it, too");

    /** A regular expression of what the JDK says of it. */
    private final String words;

    private final String fault;
    private final String remedy;

    CertificateFault(String words, String fault, String remedy) {
        this.words = words;
        this.fault = fault;
        this.remedy = remedy;
    }

    /**
     * A whole message.
     *
     * @param failure of the check of that address
     */
    static String explained(URI url, CheckFailure failure) {
        for (CertificateFault each : values()) {
            if (Pattern.compile(each.words).matcher(failure.words()).find()) {
                return "the certificate of " + url + " " + each.fault + " (" + failure.words() + "): " + each.remedy;
            }
        }
        throw new IllegalStateException("the last one fits everything");
    }
}
