import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.didNotSay('BUILD SUCCESS', 'home-page, threads: 0 requests')
assert build.log().contains('target: jar shop.jar at')
assert build.log().contains('home-page, threads: concurrency 2')
build.leftNothing()
