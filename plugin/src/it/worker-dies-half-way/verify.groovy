import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoExecutionException', 'of 2 ended with status 137', 'before it had measured')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
