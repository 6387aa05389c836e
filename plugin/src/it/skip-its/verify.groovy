import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('execution perf is skipped, as skipITs is true')
assert !build.has('target/fetchmark')
build.leftNothing()
