package io.fetchmark.maven;

import io.fetchmark.MeasurementException;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.result.ResultFileException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The one place where what went wrong becomes an exception of Maven: a broken promise of the project passes as
 * {@link MojoFailureException}; all else means that we could not measure, judge or draw.
 */
final class Doorway {

    /** What a goal does. */
    interface Work {
        void work()
                throws InvalidPom, MeasurementException, ResultFileException, IOException, InterruptedException,
                        MojoExecutionException, MojoFailureException;
    }

    private Doorway() {}

    static void pass(Work work) throws MojoExecutionException, MojoFailureException {
        try {
            work.work();
        } catch (InvalidPom | MeasurementException | ResultFileException | UnwrittenFileException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }
}
