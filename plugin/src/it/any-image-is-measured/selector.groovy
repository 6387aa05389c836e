import io.fetchmark.maven.it.DockerCli

if (!DockerCli.answers()) {
  println "no Docker engine answers, so ${basedir.name} is skipped"
  return false
}
return true
