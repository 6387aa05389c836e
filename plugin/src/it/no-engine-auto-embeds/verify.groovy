import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('There is no nginx', 'DOCKER_HOST')
assert build.result('perf').target.runtime == 'embedded'
assert build.text('target/fetchmark/perf/report.html').contains('There is no nginx')
build.leftNothing()
