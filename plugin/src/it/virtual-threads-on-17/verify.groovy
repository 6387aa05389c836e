import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
def result = build.result('perf')
def measured = result.results.find { it.client == 'virtual-threads' }
if (measured) {
  assert (measured.jdk.tokenize('.+-')[0] as int) >= 21
} else {
  // Never a substitute: the client is missing, that is said, and the verdict is in doubt.
  build.said('virtual-threads needs Java 21 or later')
  assert result.notMeasured*.client == ['virtual-threads']
  assert build.verdict('perf').verdict == 'INCONCLUSIVE'
}
assert result.results*.client.contains('threads')
build.leftNothing()
