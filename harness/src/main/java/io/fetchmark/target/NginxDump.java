package io.fetchmark.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All files of a configuration of nginx, as far as they are known: by path, the main one first.
 *
 * @param files in the order in which nginx reads them
 */
record NginxDump(Map<String, String> files) {

    private static final Pattern HEADER = Pattern.compile("(?m)^# configuration file (.+):$");
    /** Has no servers in any image; a configuration that includes nothing but such is known whole. */
    private static final Pattern HARMLESS = Pattern.compile("(.*/)?(mime\\.types|[\\w-]+_params)");

    /** Where relative paths start. */
    private static final String FOLDER = NginxConfig.PATH.substring(0, NginxConfig.PATH.lastIndexOf('/') + 1);

    private static final int DEEPEST = 20;

    NginxDump {
        files = new LinkedHashMap<>(files);
    }

    /** The main file alone. */
    static NginxDump ofFile(String config) {
        return new NginxDump(Map.of(NginxConfig.PATH, config));
    }

    /** What {@code nginx -T} says. */
    static NginxDump read(String said) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher header = HEADER.matcher(said);
        boolean more = header.find();
        while (more) {
            String path = header.group(1);
            int start = header.end();
            more = header.find();
            files.putIfAbsent(path, said.substring(start, more ? header.start() : said.length()));
        }
        return new NginxDump(files);
    }

    /** Whether it includes what may have servers and is not known. */
    boolean lacksFiles() {
        return lacksFiles(NginxDirectives.of(main()));
    }

    private boolean lacksFiles(List<NginxDirectives.Directive> directives) {
        return directives.stream().anyMatch(directive -> isUnknown(directive) || lacksFiles(directive.block()));
    }

    private boolean isUnknown(NginxDirectives.Directive directive) {
        return isInclude(directive)
                && !HARMLESS.matcher(directive.words().get(1)).matches()
                && included(directive).isEmpty();
    }

    /** All directives, those of included files in the place of the {@code include}. */
    List<NginxDirectives.Directive> directives() {
        return resolved(NginxDirectives.of(main()), DEEPEST);
    }

    private String main() {
        return files.values().stream().findFirst().orElse("");
    }

    private List<NginxDirectives.Directive> resolved(List<NginxDirectives.Directive> directives, int depth) {
        List<NginxDirectives.Directive> all = new ArrayList<>();
        for (NginxDirectives.Directive directive : directives) {
            if (isInclude(directive) && depth > 0) {
                included(directive).forEach(text -> all.addAll(resolved(NginxDirectives.of(text), depth - 1)));
            } else {
                all.add(new NginxDirectives.Directive(directive.words(), resolved(directive.block(), depth)));
            }
        }
        return all;
    }

    private static boolean isInclude(NginxDirectives.Directive directive) {
        return directive.is("include") && directive.words().size() > 1;
    }

    private List<String> included(NginxDirectives.Directive include) {
        String path = include.words().get(1);
        Pattern pattern = pattern(path.startsWith("/") ? path : FOLDER + path);
        return files.entrySet().stream()
                .filter(file -> pattern.matcher(file.getKey()).matches())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Of paths, in which a star and a question mark stand for all but a slash. */
    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E[^/]*\\Q").replace("?", "\\E[^/]\\Q"));
    }
}
