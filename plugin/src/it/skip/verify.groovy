import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('execution perf is skipped, as fetchmark.skip is true', 'execution perf is skipped, as skipTests is true')
assert !build.has('target/fetchmark')
assert !build.has('target/reports/fetchmark.html')
build.leftNothing()
