import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoExecutionException', 'the worker ended with status 1 before it had measured', 'NoSuchFlag')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
