package io.fetchmark.fork;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A child for tests, which does what its parent says, line by line. */
final class TalkingChild {

    private TalkingChild() {}

    static Launch launch(String... options) {
        return launch(Jdk.running(), Map.of("FETCHMARK_TEST", "a variable"), options);
    }

    static Launch launch(Jdk jdk, Map<String, String> environment, String... options) {
        List<Path> classPath = Stream.of(
                        System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return new Launch(
                jdk, classPath, List.of(options), TalkingChild.class.getName(), Optional.empty(), environment);
    }

    // Its log is its standard output.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Parent parent = Parent.listen();
        while (true) {
            String[] words = parent.receive().split(" ", 2);
            switch (words[0]) {
                case "say" -> parent.send(words[1]);
                case "variable" -> parent.send(System.getenv(words[1]));
                case "property" -> parent.send(System.getProperty(words[1], "none"));
                case "collector" ->
                    parent.send(ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .map(MemoryManagerMXBean::getName)
                            .collect(Collectors.joining(",")));
                case "heap" -> parent.send(Long.toString(Runtime.getRuntime().maxMemory() >> 20));
                case "cpus" -> parent.send(CpuSet.allowed().orElseThrow().toString());
                case "processors" ->
                    parent.send(Integer.toString(Runtime.getRuntime().availableProcessors()));
                case "log" -> {
                    for (int i = 1; i <= Integer.parseInt(words[1]); i++) {
                        System.out.println("line " + i);
                    }
                }
                case "exit" -> System.exit(Integer.parseInt(words[1]));
                case "wait" -> {
                    parent.whenGone(() -> Runtime.getRuntime().halt(7));
                    parent.send("waiting");
                    Thread.sleep(3_600_000);
                }
                case "fork" -> {
                    // Closed by nobody: this process is killed, which is the test.
                    @SuppressWarnings("resource")
                    ForkedJvm grandchild = ForkedJvm.start(launch(), System.out::println);
                    grandchild.send("wait ");
                    grandchild.receive();
                    parent.send(Long.toString(grandchild.pid()));
                }
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
    }
}
