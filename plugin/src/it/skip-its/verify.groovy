import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('skipped')
assert !build.has('target/fetchmark')
build.leftNothing()
