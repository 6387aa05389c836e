package io.fetchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** What {@link OnCalmMachine} means. */
final class StandstillGuard implements InvocationInterceptor {

    static final int MOST_RUNS = 6;

    /** A run of a test. */
    interface Run {
        void run() throws Throwable;
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guard(invocation, method);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guard(invocation, method);
    }

    private static void guard(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method)
            throws Throwable {
        try (StandstillWatch watch = StandstillWatch.start()) {
            run(invocation::proceed, () -> again(method), watch::stoodStill);
        }
    }

    /**
     * Runs a test until it succeeds, or fails without an excuse, or has failed {@value #MOST_RUNS} times.
     *
     * @param stoodStill whether the machine stood still since that was asked last
     */
    static void run(Run first, Run again, BooleanSupplier stoodStill) throws Throwable {
        Run next = first;
        for (int run = 1; run < MOST_RUNS; run++) {
            try {
                next.run();
                return;
            } catch (TestAbortedException skipped) {
                throw skipped;
            } catch (Throwable failure) {
                if (!stoodStill.getAsBoolean()) {
                    throw failure;
                }
                System.out.println("run again, as the machine stood still: " + failure);
                next = again;
            }
        }
        next.run();
    }

    private static void again(ReflectiveInvocationContext<Method> method) throws Throwable {
        try {
            method.getExecutable().setAccessible(true);
            method.getExecutable()
                    .invoke(
                            method.getTarget().orElseThrow(),
                            method.getArguments().toArray());
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
