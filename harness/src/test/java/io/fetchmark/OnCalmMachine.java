package io.fetchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Of tests that are about times of less than a second, so that a machine that stands still as long makes them fail: one
 * that fails while the machine did is run again. One that fails while the machine went on has failed. A test class is
 * not made anew for that, nor are its temporary folders.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StandstillGuard.class)
public @interface OnCalmMachine {}
