import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
assert build.json('src/perf/baseline/baseline.json').runs.size() == 10
build.said('10 of 10 recorded runs are of this machine')

def gated = ['p50', 'cpuPerRequest']
def same = build.verdict('perf').findings.findAll { it.metric in gated }
println same.collect { "the same page: ${it.metric} ${it.verdict}: ${it.reason}" }.join('\n')
assert same.size() == 2
assert same.every { it.verdict in ['PASS', 'INCONCLUSIVE'] && it.reason.contains('10 recorded runs') }
assert same.every { it.low < it.estimate && it.estimate < it.high && it.noiseFloor > 0 }

build.failed('MojoFailureException', 'it has become worse', 'page, event-loop: p50 is')
def grown = build.json('target/large/fetchmark/perf/verdict.json').findings.findAll { it.metric in gated }
println grown.collect { "a page of 64 times the size: ${it.metric} ${it.verdict}: ${it.reason}" }.join('\n')
assert grown.every { it.verdict == 'REGRESSION' && it.reason.contains('by the ratio to the reference') }
build.leftNothing()
