import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
def machines = build.json('target/ceilings.json').machines
assert machines.size() == 1
def ceilings = machines[0].ceilings
assert ceilings*.client.containsAll(['sequential', 'threads', 'async'])
assert ceilings.every { it.requestsPerSecond > 0 && it.cpuNanosPerRequest > 0 && it.jdk >= 17 }
def noise = machines[0].noise
assert noise.pairs == 12 && noise.runtime == 'embedded' && noise.metrics*.metric.containsAll(['p50', 'throughput'])
assert noise.replays*.slower == [0, 0.05, 0.1]
build.said('and itself (embedded): 12 pairs', 'noise floor', 'between starts')
build.said("kept in ${new File(basedir, 'target/ceilings.json')}", 'client CPU a request')
assert build.log().readLines().findAll { it.contains('client CPU a request') }.every { it.size() <= 100 + '[INFO] '.size() }
build.said('no client is compared with its ceiling: ', 'torn.json is torn or of another program', 'delete it and calibrate again')
assert build.text('torn.json') == '{"schemaVersion":\n'
build.said('fetchmark:calibrate\n')
assert build.result('perf').results.every { it.startLatenessNanos && it.generator.cpuNanos > 0 && it.slices && it.histograms.size() == 3 }
build.leftNothing()
