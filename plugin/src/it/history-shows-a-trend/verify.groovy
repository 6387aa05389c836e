import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said(
    '20261101T000000Z-00000000.json is torn or of another program',
    'it is left alone, and no part of the history')

def folder = new File(basedir, 'kept/history-shows-a-trend/perf')
def torn = '20261101T000000Z-00000000.json'
assert new File(folder, torn).text == '{\n  "schemaVersion" : 1,\n  "environ'
def kept = folder.list().findAll { it != torn }.sort()
// Two runs were measured, and one of them was judged twice.
assert kept.size() == 2
assert kept.every { it ==~ /\d{8}T\d{6}Z-[0-9a-f]{8}\.json/ }
def newest = build.json('kept/history-shows-a-trend/perf/' + kept[1])
assert newest.verdict == 'PASS'
assert newest.environment == build.result('perf').environment
assert newest.results[0].responseTimeNanos.p50 > 0

// The site page is drawn before the build is judged, and has the trend all the same.
for (page in ['target/reports/fetchmark.html', 'target/fetchmark/perf/report.html']) {
    assert build.text(page).contains('One earlier build, of ')
    assert build.text(page).contains('Response time from build to build')
}

def lines = build.text('target/fetchmark/perf/export/otava-home-page-threads.csv').readLines()
assert lines.size() == 3
assert lines[0].startsWith('time,commit,response-time-p50-ns,')
assert build.has('target/fetchmark/perf/export/otava.yaml')
def bencher = build.json('target/fetchmark/perf/export/bencher.json')
assert bencher['history-shows-a-trend/perf/home-page/threads']['throughput-per-second'].value > 0
assert build.has('target/fetchmark/perf/export/github-action-benchmark-smaller.json')
assert build.has('target/fetchmark/perf/export/github-action-benchmark-bigger.json')
build.leftNothing()
