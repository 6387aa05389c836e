import io.fetchmark.maven.it.DockerCli
import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
def result = build.result('perf')
assert result.target.kind == 'jar'
assert result.target.jar.file == 'jar-tests-itself-1.jar'
if (DockerCli.answers()) {
  assert result.target.runtime == 'docker'
  assert result.target.imageId.startsWith('sha256:')
  assert result.target.warnings.empty
} else {
  assert result.target.runtime == 'process'
  build.said('There is no container: no Docker engine answers', 'jar-tests-itself-1.jar ran as a process')
}
assert result.results*.requests.every { it > 0 }
assert result.results*.errors.every { it.values().every { it == 0 } }
assert result.results*.targetUse.every { it.source in ['cgroup', 'stats', 'process'] }
assert build.verdict('perf').verdict == 'PASS'
build.didNotSay('hush hush')
build.leftNothing()
