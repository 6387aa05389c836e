import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('result.json does not exist', 'nothing was measured', 'is of another configuration', 'is of another <target> or <baseline>', 'MojoExecutionException')
build.didNotSay('BUILD SUCCESS', 'MojoFailureException')
assert build.verdict('perf').verdict == 'INVALID'
build.leftNothing()
