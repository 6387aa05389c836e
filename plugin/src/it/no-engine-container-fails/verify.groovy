import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoExecutionException', 'no Docker engine answers at DOCKER_HOST=tcp://127.0.0.1:1', 'nothing can stand in for a <container>', 'install')
build.didNotSay('fetchmark.runtime=embedded')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
