package io.fetchmark.maven;

import io.fetchmark.measure.WholeFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.doxia.tools.SiteTool;
import org.apache.maven.doxia.tools.SiteToolException;

/**
 * A skin for a page of the site where Maven cannot get the one that the site has, as it is offline for example: a page
 * without menus is better than a build that fails after it has measured.
 */
final class PlainSkin {

    private static final String TEMPLATE = """
            <!DOCTYPE html>
            <html>
              <head><meta charset="UTF-8"/><title>$!title</title>$!headContent</head>
              <body>$!bodyContent</body>
            </html>
            """;

    private PlainSkin() {}

    /**
     * Maven's tool for sites, which gives the plain skin instead of failing.
     *
     * @param folder takes the file of the skin
     * @param warning takes a sentence if it is needed
     */
    static SiteTool orPlain(SiteTool siteTool, Path folder, Consumer<String> warning) {
        return (SiteTool) Proxy.newProxyInstance(
                SiteTool.class.getClassLoader(), new Class<?>[] {SiteTool.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(siteTool, arguments);
                    } catch (InvocationTargetException e) {
                        if (!(e.getCause() instanceof SiteToolException missing)
                                || method.getReturnType() != Artifact.class) {
                            throw e.getCause();
                        }
                        warning.accept("the page is drawn without the skin of the site, which Maven cannot get ("
                                + missing.getMessage() + "): build once without --offline");
                        return artifact(folder.resolve("plain-skin.jar"));
                    }
                });
    }

    private static Artifact artifact(Path file) throws IOException {
        WholeFile.write(file, output -> {
            ZipOutputStream zip = new ZipOutputStream(output);
            zip.putNextEntry(new ZipEntry("META-INF/maven/site.vm"));
            zip.write(TEMPLATE.getBytes(StandardCharsets.UTF_8));
            zip.finish();
        });
        Artifact skin = new DefaultArtifact(
                "io.fetchmark", "plain-skin", "1", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        skin.setFile(file.toFile());
        return skin;
    }
}
