import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
def target = build.result('perf').target
assert target.kind == 'compose'
assert target.runtime == 'docker'
assert target.networkPath in ['direct', 'mapped']
assert target.imageId.startsWith('sha256:')
assert build.result('perf').baseline.kind == 'compose'
assert build.result('perf').results*.errors.every { it.values().every { it == 0 } }
assert build.result('perf').results*.targetUse.every { it.source in ['cgroup', 'stats'] }
assert build.verdict('perf').verdict == 'PASS'
assert build.verdict('perf').findings.find { it.metric == 'p50' }.verdict == 'PASS'
assert build.result('perf').comparisons[0].screening.size() >= 6
['target', 'candidate-1', 'baseline-1'].each {
  assert build.has("target/fetchmark/perf/${it}-companion-back.log")
  assert build.has("target/fetchmark/perf/${it}-compose.log")
}
build.wroteNowhere('good day')
build.leftNothing()
