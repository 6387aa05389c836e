import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.didNotSay('LinkageError')
def all = { String file ->
    def page = build.text(file)
    ['one', 'two'].each {
        assert page.contains('href="#fmk-' + it + '-perf"')
        assert page.contains('id="fmk-' + it + '-perf"')
        assert page.contains('page-of-' + it)
    }
    assert page.contains('the worst of 2 runs in 2 modules')
}
// Maven builds the root before its modules, so a page of the same build would be without them.
build.said('one, two will measure after the page of all modules is drawn')
// The module that depends on them has its page in the first build, the root in the second.
all('last/target/site/fetchmark-aggregate.html')
all('target/site/fetchmark-aggregate.html')
assert build.text('target/site/project-reports.html').contains('href="fetchmark-aggregate.html"')
// The third is without a site.
all('target/reports/fetchmark-aggregate.html')
all('target/fetchmark/report.html')
// What is of one module alone has no such page.
assert !build.has('one/target/site/fetchmark-aggregate.html')
build.leftNothing()
