import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('target: jar io.fetchmark.it:release-of-this-project:1.1.0 at')
def candidate = build.result('candidate').target
def release = build.result('release').target
[candidate, release].each {
  assert it.kind == 'jar'
  assert it.runtime == 'process'
  assert it.networkPath == 'loopback'
  assert it.jar.java
}
assert candidate.jar.file == 'release-of-this-project-1.2.0-SNAPSHOT.jar'
assert candidate.jar.artifact == null
assert release.jar.artifact == 'io.fetchmark.it:release-of-this-project:1.1.0'
assert release.jar.sha256 != candidate.jar.sha256
['candidate', 'release'].each { execution ->
  assert build.result(execution).results*.requests.every { it > 0 }
  assert build.result(execution).results*.targetUse.every { it.source == 'process' }
  assert build.verdict(execution).verdict == 'PASS'
}
// The last release of this very project is what its module is held against.
assert build.result('gate').target.jar.file == 'release-of-this-project-1.2.0-SNAPSHOT.jar'
assert build.result('gate').baseline.jar.artifact == 'io.fetchmark.it:release-of-this-project:1.1.0'
assert build.verdict('gate').verdict == 'PASS'
assert build.verdict('gate').findings.find { it.metric == 'p50' }.verdict == 'PASS'
build.leftNothing()
