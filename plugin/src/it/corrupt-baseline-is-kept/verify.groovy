import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed(
    'MojoExecutionException',
    'baseline.json is torn or of another program',
    'restore it from version control, or move it away and record anew by mvn fetchmark:baseline')
assert build.log().split('baseline.json is torn or of another program').length > 2: 'both goals refuse it'
// Nothing was measured that could not be judged.
build.didNotSay('target: nginx')
assert !build.has('target/fetchmark/perf/result.json')
def torn = '{\n  "schemaVersion" : 1,\n  "runs" : [ {\n    "startedAt" : "2026-11-2'
assert build.text('src/perf/baseline/baseline.json') == torn
assert new File(basedir, 'src/perf/baseline').list() == ['baseline.json']
build.leftNothing()
