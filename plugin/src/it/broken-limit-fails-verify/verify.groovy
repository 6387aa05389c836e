import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('limits are broken', 'home-page, threads: p99', 'limit 1 ns', 'MojoFailureException')
assert build.verdict('perf').verdict == 'LIMIT_BROKEN'
assert build.verdict('perf').findings*.verdict.toSet() == ['PASS', 'LIMIT_BROKEN'].toSet()
assert build.text('target/fetchmark/perf/junit.xml').contains('<failure')
assert build.text('target/fetchmark/perf/summary.md').contains('home-page')
assert build.text('target/fetchmark/perf/report.html').contains('1 ns')
assert build.text('step-summary.md').contains('home-page')
// The page of the site was drawn before the verdict.
assert build.text('target/reports/fetchmark.html').contains('<svg')
build.leftNothing()
