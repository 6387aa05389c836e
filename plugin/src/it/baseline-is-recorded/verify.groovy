import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.said(
    'advisory only, as no run is recorded: record 10 or more, each by mvn fetchmark:baseline after it',
    'is recorded in ',
    'home-page, threads, by the reference: p50 ',
    '1 of 1 recorded runs are of this machine; 10 or more are needed for a verdict',
    'the last result of execution perf cannot be recorded, as it is recorded already',
    'advisory only, as it takes 10 recorded runs like this one, and there is 1; p50 is ')

def baseline = build.json('src/perf/baseline/baseline.json')
assert baseline.schemaVersion == 1
assert baseline.runs.size() == 1
def comparison = baseline.runs[0].comparisons[0]
assert comparison.scenario == 'home-page'
assert comparison.targetHistogram.startsWith('H')
def p50 = comparison.metrics.find { it.metric == 'p50' }
assert p50.target.size() >= 6 && p50.target.size() == p50.reference.size()
assert p50.target.every { it > 0 }
assert comparison.targetResponseTimeNanos.p50 > 0 && comparison.referenceResponseTimeNanos.p50 > 0

assert build.result('perf').environment.startedAt != baseline.runs[0].startedAt
def finding = build.verdict('perf').findings.find { it.metric == 'p50' }
assert finding.verdict == 'INCONCLUSIVE'
assert finding.estimate > 0
build.leftNothing()
