package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines are known to say; not all of it was met. */
final class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISK_FULL     | Status 500: {"message":"mkdir /var/lib/docker/overlay2/1f: no space left on device"}
            DISK_FULL     | Status 500: {"message":"write /srv/www/a: disk quota exceeded"}
            PORT_TAKEN    | Status 500: {"message":"driver failed programming external connectivity on endpoint a: Bind for 127.0.0.1:8080 failed: port is already allocated"}
            PORT_TAKEN    | Status 500: {"message":"driver failed programming external connectivity on endpoint a: Error starting userland proxy: listen tcp4 127.0.0.1:80: bind: address already in use"}
            PORT_TAKEN    | Status 500: {"message":"Ports are not available: exposing port TCP 127.0.0.1:80 -> 0.0.0.0:0"}
            NO_SUCH_CPU   | Status 400: {"message":"Requested CPUs are not available - requested 7, available: 0-1"}
            TOO_MANY_CPUS | Status 400: {"message":"Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available"}
            NO_SUCH_FILE  | Status 400: {"message":"invalid mount config for type "bind": bind source path does not exist: /src"}
            NO_SUCH_PROGRAM | Status 400: {"message":"OCI runtime create failed: exec: "shop": executable file not found in $PATH"}
            NO_SUBNET     | Status 500: {"message":"could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network"}
            NO_SUBNET     | Status 400: {"message":"all predefined address pools have been fully subnetted"}
            OTHER         | Status 500: {"message":"something else"}
            """)
    void standsForWhatAUserMayDo(Refusal refusal, String words) {
        assertThat(Refusal.of(words)).isEqualTo(refusal);
        assertThat(Refusal.explained(new InternalServerErrorException(words)))
                .contains(words)
                .contains(refusal.remedy());
    }

    @Test
    void aFullDiskOfAContainerIsKnownByItsLastLines(@TempDir Path directory) throws IOException {
        TargetLog log = new TargetLog(directory, "target.log");
        assertThat(Refusal.ofLastLines(log)).isEqualTo(Refusal.OTHER);
        log.add("PANIC:  could not write to file \"pg_wal/xlogtemp.28\": No space left on device");
        assertThat(Refusal.ofLastLines(log)).isEqualTo(Refusal.DISK_FULL);
    }

    @Test
    void aFullDiskUnderAPullIsToldAsWell() {
        assertThat(PullFailure.of("failed to register layer: write /usr/lib/a: no space left on device"))
                .isEqualTo(PullFailure.DISK_FULL);
    }
}
