package io.fetchmark.target;

/** A knock in a JVM of its own. Argument: the place. Says what came of it. */
final class KnockMain {

    private KnockMain() {}

    public static void main(String[] arguments) {
        System.out.println(Knock.at(arguments[0]));
    }
}
