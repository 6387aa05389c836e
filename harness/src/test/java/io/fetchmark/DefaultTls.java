package io.fetchmark;

import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Of tests that change what this JVM trusts: afterwards it trusts what it did before. */
public final class DefaultTls implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(DefaultTls.class);

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        test.getStore(OWN).put(SSLContext.class, SSLContext.getDefault());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SSLContext.setDefault(Objects.requireNonNull(test.getStore(OWN).get(SSLContext.class, SSLContext.class)));
    }
}
