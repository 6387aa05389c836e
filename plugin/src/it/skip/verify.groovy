import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('skipped')
assert !build.has('target/fetchmark')
assert !build.has('target/reports/fetchmark.html')
build.leftNothing()
