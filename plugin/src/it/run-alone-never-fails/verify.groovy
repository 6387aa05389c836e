import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
def results = build.result('perf').results
assert results*.scenario == ['home-page', 'missing']
assert results[0].requests > 0
assert results[1].requests > 0
assert results[1].errors.status == results[1].requests
assert !build.has('target/fetchmark/perf/verdict.json')
build.leftNothing()
