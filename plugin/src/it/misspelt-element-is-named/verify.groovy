import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed(
        '<scenarios><scenario>[home-page]: has no element <warmup>, but <warmUp>; allowed are <clients>',
        'has no element <limits>, which belongs in <scenarios><scenario>; allowed are',
        'must have <id>s whose folders differ, were',
        'perf')
build.didNotSay('target: nginx')
assert !build.has('target/fetchmark')
build.leftNothing()
