import io.fetchmark.maven.it.Mishap

new Mishap(basedir).toMavenBySigterm()
