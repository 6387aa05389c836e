package io.fetchmark.maven;

import io.fetchmark.maven.pom.Choices;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How the noise of a machine is to be measured.
 *
 * @param pairs 12 to 10000, or 0 for not at all
 */
record NoiseOrder(int pairs, RuntimeChoice runtime, String image, long seed) {

    private static final int FEWEST = 12;
    private static final int MOST = 10_000;

    /**
     * What the user properties ask for.
     *
     * @throws InvalidPom if one of them is wrong
     */
    static NoiseOrder of(
            String pairs,
            String runtime,
            @Nullable String image,
            @Nullable String seed,
            Map<String, String> environment)
            throws InvalidPom {
        String ofEnvironment = environment.getOrDefault(Choices.IMAGE_VARIABLE, "");
        return new NoiseOrder(
                pairs(pairs.trim()),
                runtime(runtime.trim()),
                Optional.ofNullable(image).orElse(ofEnvironment.isBlank() ? NginxSpec.DEFAULT_IMAGE : ofEnvironment),
                seed == null ? ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE) : seed(seed.trim()));
    }

    private static int pairs(String text) throws InvalidPom {
        String allowed = "must be 0, or from " + FEWEST + " to " + MOST + ", was " + text;
        if (!text.matches("[0-9]{1,5}")) {
            throw InvalidPom.ofProperty("calibrationPairs", allowed);
        }
        int pairs = Integer.parseInt(text);
        if (pairs != 0 && (pairs < FEWEST || pairs > MOST)) {
            throw InvalidPom.ofProperty("calibrationPairs", allowed);
        }
        return pairs;
    }

    private static RuntimeChoice runtime(String text) throws InvalidPom {
        Optional<RuntimeChoice> choice = Arrays.stream(RuntimeChoice.values())
                .filter(one -> one != RuntimeChoice.PROCESS && one.toString().equals(text))
                .findFirst();
        if (choice.isEmpty()) {
            throw InvalidPom.ofProperty("runtime", "must be auto, docker or embedded to calibrate, was " + text);
        }
        return choice.get();
    }

    private static long seed(String text) throws InvalidPom {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw InvalidPom.ofProperty("seed", "must be a whole number, was " + text);
        }
    }
}
