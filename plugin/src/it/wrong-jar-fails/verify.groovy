import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed(
    'MojoExecutionException',
    '<target><jar><file>: must be a jar that is there when the goal runs (the phase package makes that of a module), was target/gone.jar',
    '<target><jar><file>: must be an executable jar, whose manifest has a Main-Class',
    'was no-main-class.jar',
    'the process of ends-at-once.jar ended with exit status 1 instead of serving',
    'ClassNotFoundException: shop.Gone')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
