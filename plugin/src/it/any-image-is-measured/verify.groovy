import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
['perf', 'company', 'words'].each { execution ->
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
assert build.result('perf').target.cpus == '0'
assert build.has('target/fetchmark/company/target-companion-back.log')
build.wroteNowhere('good day', 'good-morning', 'good-evening', 'good-night', 'good-bye')
build.leftNothing()
