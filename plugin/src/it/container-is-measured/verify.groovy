import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
assert build.result('perf').target.runtime == 'docker'
assert build.result('perf').results*.requests.every { it > 0 }
assert build.result('perf').results*.serviceTimeNanos*.min.every { it >= 20_000_000 }
assert build.verdict('perf').verdict == 'PASS'
build.leftNothing()
