import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('result.json is torn', 'MojoExecutionException', 'This execution could not be drawn')
assert build.text('target/reports/fetchmark.html').contains('could not be drawn')
build.leftNothing()
