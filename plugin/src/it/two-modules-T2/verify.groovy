import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said('other modules may be built while this one measures')
assert build.json('one/target/fetchmark/perf/result.json').results*.scenario == ['one']
assert build.json('two/target/fetchmark/perf/result.json').results*.scenario == ['two']
// One begins to measure when the other has ended. Notes are of verify, which waits for nobody.
def lines = build.log().readLines().findAll { it =~ /(?<!note: )(one|two), threads: / }
def order = lines.collect { (it =~ /(one|two), threads/)[0][1] }
assert order == order.sort(false) || order == order.sort(false).reverse()
build.leftNothing()
