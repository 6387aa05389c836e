import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoFailureException', 'it has become worse', 'home-page, threads: p50 is', 'times as long', 'confirmed on new instances')
// The second invocation.
assert build.log().contains('BUILD SUCCESS')
assert (build.log() =~ /\[WARNING\] .*home-page, threads: p50 is/).find()
assert build.verdict('perf').verdict == 'REGRESSION'
def p50 = build.verdict('perf').findings.find { it.metric == 'p50' }
assert p50.verdict == 'REGRESSION'
assert p50.low > 1 + p50.tolerance
assert p50.low <= p50.estimate && p50.estimate <= p50.high
assert build.verdict('perf').findings.findAll { it.verdict == 'REGRESSION' }*.metric == ['p50']
def comparison = build.result('perf').comparisons[0]
assert comparison.screening.size() >= 6
assert comparison.confirmation.size() >= 6
assert build.text('target/fetchmark/perf/junit.xml').contains('<failure')
assert build.text('target/fetchmark/perf/summary.md').contains('p50')
build.leftNothing()
