import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
['perf', 'words'].each { execution ->
  def target = build.result(execution).target
  assert target.kind == 'container'
  assert target.runtime == 'docker'
  assert target.networkPath in ['direct', 'mapped']
  assert target.imageId.startsWith('sha256:')
  assert build.result(execution).results*.requests.every { it > 0 }
  assert build.result(execution).results*.errors.every { it.values().every { it == 0 } }
  assert build.result(execution).results*.targetUse.every { it.source in ['cgroup', 'stats'] }
}
assert build.verdict('perf').verdict == 'PASS'
build.didNotSay('good day')
build.leftNothing()
