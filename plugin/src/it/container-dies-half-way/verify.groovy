import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoExecutionException', 'the target died while threads fetched in scenario home-page')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
