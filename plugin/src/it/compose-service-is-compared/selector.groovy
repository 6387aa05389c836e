import io.fetchmark.maven.it.DockerCli

if (!DockerCli.answers()) {
  println "no Docker engine answers, so ${basedir.name} is skipped"
  return false
}
if (!DockerCli.hasCompose()) {
  println "there is no Docker Compose 2, so ${basedir.name} is skipped"
  return false
}
return true
