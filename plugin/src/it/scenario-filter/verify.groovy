import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.said('-Dfetchmark.scenarios: must match a scenario, there are home-page, home-feed, search, basket, was no*')
assert build.log().contains('BUILD SUCCESS')
assert build.log().contains('search, threads: concurrency 2')
build.didNotSay('basket, threads')
// What the first invocation measured must not be there to be judged after the second one has failed.
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
