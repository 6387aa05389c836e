import io.fetchmark.maven.it.InvokedBuild

context.get('server').stop(0)
def build = new InvokedBuild(basedir)
build.succeeded()
assert build.result('perf').target.kind == 'url'
assert build.result('perf').target.runtime == 'external'
assert build.result('perf').results*.client == ['sequential', 'async']
assert build.verdict('perf').verdict == 'PASS'
build.leftNothing()
