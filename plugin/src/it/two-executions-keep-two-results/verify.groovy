import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
assert build.result('first').results*.scenario == ['home-page']
assert build.result('second').results*.scenario == ['feed']
assert build.verdict('first').findings*.metric.contains('errorRate')
assert build.verdict('second').findings*.metric.contains('throughput')
def page = build.text('target/reports/fetchmark.html')
assert page.contains('Execution first')
assert page.contains('Execution second')
def ids = (page =~ / id="([^"]+)"/).collect { it[1] }
assert ids == ids.unique(false)
build.leftNothing()
