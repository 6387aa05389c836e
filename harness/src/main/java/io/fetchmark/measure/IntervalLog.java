package io.fetchmark.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** HdrHistogram's interval log: a text file that its {@code HistogramLogProcessor} reads. Values are nanoseconds. */
public final class IntervalLog {

    private IntervalLog() {}

    /**
     * Writes one line for each slice.
     *
     * @param start when the measured time started
     * @param times which of a slice's times
     */
    public static void write(Path file, Instant start, List<Slice> slices, Function<Slice, Distribution> times)
            throws IOException {
        long base = start.toEpochMilli();
        WholeFile.write(file, output -> {
            // Closed by whoever gave it.
            PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputComment("[Fetchmark: times in nanoseconds]");
            writer.outputLogFormatVersion();
            writer.outputStartTime(base);
            writer.setBaseTime(base);
            writer.outputLegend();
            for (Slice slice : slices) {
                Histogram histogram = times.apply(slice).copy();
                histogram.setStartTimeStamp(base + slice.startNanos() / 1_000_000);
                histogram.setEndTimeStamp(base + slice.endNanos() / 1_000_000);
                writer.outputIntervalHistogram(histogram);
            }
            if (out.checkError()) {
                throw new IOException("not all of it could be written");
            }
        });
    }

    /**
     * The lines of a log.
     *
     * @throws IOException if the file cannot be read or is no such log
     */
    public static List<Interval> read(Path file) throws IOException {
        List<Interval> intervals = new ArrayList<>();
        try (InputStream bytes = BoundedFile.open(file, BoundedFile.ofMemory());
                HistogramLogReader reader = new HistogramLogReader(bytes)) {
            while (reader.hasNext()) {
                EncodableHistogram histogram = reader.nextIntervalHistogram();
                if (histogram instanceof Histogram times) {
                    double base = reader.getStartTimeSec();
                    intervals.add(new Interval(
                            times.getStartTimeStamp() / 1e3 - base,
                            times.getEndTimeStamp() / 1e3 - base,
                            new Distribution(times)));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " is no interval log: " + e.getMessage(), e);
        }
        return intervals;
    }
}
