package io.fetchmark.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A Java agent for tests, as a profiler or a coverage tool is one: it prints on both streams before the main method runs and
 * all the time afterwards, mostly without a line end, and now and then what looks like a message.
 */
public final class ChattyAgent {

    private ChattyAgent() {}

    /** The agent in a jar. */
    public static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("chatty-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ChattyAgent.class.getName());
        String entry = ChattyAgent.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = ChattyAgent.class.getClassLoader().getResourceAsStream(entry);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            if (bytes == null) {
                throw new IOException("no class file: " + entry);
            }
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    // Called by the JVM, before the main method of whatever it runs.
    @SuppressWarnings("SystemOut")
    public static void premain(String arguments) {
        System.out.print("agent out");
        System.err.print("agent err");
        Thread chat = new Thread(() -> chat(), "chatty-agent");
        chat.setDaemon(true);
        chat.start();
    }

    @SuppressWarnings("SystemOut")
    private static void chat() {
        try {
            for (int i = 0; true; i++) {
                System.out.print("x");
                System.err.print("@fetchmark " + i);
                if (i % 100 == 0) {
                    System.out.println();
                }
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }
}
