import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('those of the POM are called by mvn fetchmark:run@first, mvn fetchmark:run@second')
build.said('BUILD SUCCESS', 'the page is drawn without the skin of the site', 'step-summary.md could not be written: there is no folder')
assert build.log().count('BUILD FAILURE') == 1
assert !build.has('target/fetchmark/default')
assert build.result('first').results*.scenario == ['home-page']
assert build.result('second').results*.scenario == ['feed']
assert build.verdict('first').findings*.metric.contains('errorRate')
assert build.verdict('second').findings*.metric.contains('throughput')
def page = build.text('target/reports/fetchmark.html')
assert page.contains('Execution first')
assert page.contains('Execution second')
assert build.has('target/fetchmark/first/report.html')
def ids = (page =~ / id="([^"]+)"/).collect { it[1] }
assert ids == ids.unique(false)
build.leftNothing()
