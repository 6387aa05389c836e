package io.fetchmark.target;

/** The main class of the JVM that owns the target. */
final class TargetHostMain {

    private TargetHostMain() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length);
    }
}
