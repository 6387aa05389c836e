import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
assert build.log().contains('BUILD SUCCESS')
assert (build.log() =~ /\[WARNING\] .*home-page, threads: p50 was measured in too few pairs/).find()
assert build.log().contains('give it a larger <budget>')
build.failed('MojoFailureException', 'not all is certain, and <onInconclusive> is fail')
assert build.verdict('perf').verdict == 'INCONCLUSIVE'
assert build.verdict('perf').findings.find { it.metric == 'p50' }.verdict == 'INCONCLUSIVE'
build.leftNothing()
