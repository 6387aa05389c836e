import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('warmup', 'perf')
build.didNotSay('target: nginx')
build.leftNothing()
