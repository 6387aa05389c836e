import io.fetchmark.maven.it.InvokedBuild

context.get('server').stop(0)
def build = new InvokedBuild(basedir)
build.succeeded()
build.said(
    'fetch-at-once, sequential: ladder 1,4,9, 2 workers',
    'home-page: concurrency 2, 2 workers',
    'one after the other in each of 2 workers')
def results = build.result('perf').results
assert results*.workers == [2, 2, 2]
assert results[0].steps*.fetches == [1, 4, 9]
assert results[0].requests == 14
assert results*.threads == [2, 2, 0]
assert results.sum { it.requests + it.warmUpRequests } == context.get('requests').get()
assert build.verdict('perf').verdict == 'PASS'
assert build.text('target/fetchmark/perf/report.html').contains('shared by 2 workers')
build.leftNothing()
