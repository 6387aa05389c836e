import io.fetchmark.maven.it.DockerCli

if (System.getenv('FETCHMARK_LONG') != '1') {
  println "takes minutes, so ${basedir.name} is skipped: FETCHMARK_LONG=1 runs it"
  return false
}
if (!DockerCli.answers()) {
  println "no Docker engine answers, so ${basedir.name} is skipped"
  return false
}
return true
