import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.didNotSay('LinkageError')
assert build.text('target/site/index.html').contains('href="project-reports.html"')
assert build.text('target/site/project-reports.html').contains('href="fetchmark.html"')
def page = build.text('target/site/fetchmark.html')
assert page.contains('<svg')
assert page.contains('home-page')
assert page.contains('</span> Pass')
build.linksResolve('target/site/fetchmark.html')
build.leftNothing()
